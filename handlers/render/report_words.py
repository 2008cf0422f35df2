"""How a report says in what way sources are named."""

from __future__ import annotations

NAMED_WORDS = {  # in the order in which they are told
    "name and role": "with name and role",
    "name alone": "with a name alone",
    "body": "bodies and documents",
    "description": "described, without a name",
    "nobody": "nobody is credited",
}
