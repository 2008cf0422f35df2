"""spaCy's words by their names, for annotations: whoever reads a parse names it by these, and imports no spaCy."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

__all__ = ["Doc", "Language", "Span", "Token"]
