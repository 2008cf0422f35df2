"""What the processor at hand can do, where it decides how the tagger's network is run."""

from __future__ import annotations

from pathlib import Path

CPU_INFO = Path("/proc/cpuinfo")  # Linux's description of the processor
VNNI = frozenset({"avx512_vnni", "avx_vnni"})


def has_vnni(described: Path = CPU_INFO) -> bool:
    """Whether the processor adds products of 8-bit numbers in 32 bits; False where the system does not say."""
    try:
        lines = described.read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return False
    flags = next((line for line in lines if line.startswith("flags")), "")
    return not VNNI.isdisjoint(flags.split())
