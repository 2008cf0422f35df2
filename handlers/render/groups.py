"""Bullets grouped by who said it, for every rendering."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.render.escape import plain
from handlers.render.wording import NOT_NAMED, OWN_REPORT
from summarizer.model import Bullet


@dataclass(frozen=True, slots=True)
class Group:
    """One source's bullets, in the brief's order. `role` is the first one given."""

    name: str
    role: str
    bullets: tuple[Bullet, ...]


def by_source(bullets: Sequence[Bullet]) -> tuple[Group, ...]:
    """Groups in the order in which their first bullets stand."""
    grouped: dict[str, list[Bullet]] = {}
    for bullet in bullets:
        grouped.setdefault(source_name(bullet), []).append(bullet)
    return tuple(Group(name, first_role(members), tuple(members)) for name, members in grouped.items())


def source_name(bullet: Bullet) -> str:
    """Who is credited, or that nobody is."""
    if bullet.source and (name := plain(bullet.source.name)):
        return f"{name[0].upper()}{name[1:]}" if name.partition(" ")[0].islower() else name
    return OWN_REPORT if is_own_report(bullet) else NOT_NAMED


def is_own_report(bullet: Bullet) -> bool:
    """Whether the article says it on its own account: no source and nothing that signals one."""
    return bullet.source is None and not bullet.cue and not bullet.post and bullet.kind == "indirect"


def first_role(bullets: Sequence[Bullet]) -> str:
    roles = (plain(bullet.source.role or "") for bullet in bullets if bullet.source)
    return next((role for role in roles if role), "")
