"""Words that tell of harm."""

from __future__ import annotations

import re

HARM = re.compile(
    r"\b(?:kill|dead\b|death|die[ds]?\b|injur|wound|hurt\b|missing|unaccounted|casualt|captur|detain|arrest|hostage|prisoner"
    r"|intercept|shot\b|attack|missile|drone|bomb|drown|rescu|surviv|evacuat|displac|homeless|refugee|infect|layoff|laid off"
    r"|job cut|fired\b|destroy|damage|flood|troop|soldier|mercenar|fighter|collision|crash|sentenc|convict|bodies"
    r"|accused\b|indicted|suspects?\b|defendant)",
    re.IGNORECASE,
)
