"""A message as it goes to Slack."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Block = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Message:
    """`text` is what notifications, screen readers and refused blocks fall back on."""

    text: str
    blocks: tuple[Block, ...]
