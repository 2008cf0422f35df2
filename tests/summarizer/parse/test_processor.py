"""Which processors multiply 8-bit numbers without loss by themselves."""

from __future__ import annotations

import pytest

from summarizer.parse.processor import has_vnni

DESCRIBED = (
    "processor\t: 0\nvendor_id\t: Example\nflags\t\t: fpu sse2 avx2{more}\nbugs\t\t:\n\nprocessor\t: 1\n"
)


@pytest.mark.parametrize(
    ("more", "has_it"), [(" avx512_vnni", True), (" avx_vnni fma", True), (" avx512f", False), ("", False)]
)
def test_a_processor_has_vnni_where_its_flags_name_it(more, has_it, tmp_path):
    """Of either kind."""
    described = tmp_path / "cpuinfo"
    described.write_text(DESCRIBED.format(more=more))
    assert has_vnni(described) is has_it


def test_a_system_that_does_not_describe_its_processor_is_taken_to_have_none(tmp_path):
    """There the slower way is right."""
    assert not has_vnni(tmp_path / "none")
