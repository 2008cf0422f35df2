"""Names that look like settings and are none: a misspelt one would be passed over, and its default used, in silence."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path

from dotenv import dotenv_values

from bot.settings import ENV_FILE, Settings

KNOWN = tuple(name.upper() for name in Settings.model_fields)
OURS, SLACKS = "NUTGRAF_", "SLACK_"
SLIP = (
    0.9  # of the whole name: a letter or two are wrong (SLACK_BOT_TOKN .97; SLACK_TOKEN .85, another tool's)
)
RESEMBLES = (
    0.6  # of what follows the prefix: worth asking whether it was meant (NUTGRAF_DATA for NUTGRAF_DATA_DIR)
)

log = logging.getLogger("nutgraf")


def unknown_names(environment: Mapping[str, str], env_file: Path = Path(ENV_FILE)) -> tuple[str, ...]:
    """A sentence for each name, in the environment or the file, that seems to be a setting and is none."""
    listed = names_in(env_file)
    set_here = {name.upper() for name, value in (*listed.items(), *environment.items()) if value}
    suspects = {
        **{name: "the environment" for name in environment if is_meant_for_us(name, set_here)},
        **{name: str(env_file) for name in listed if is_meant(name)},
    }
    return tuple(
        sentence(name, where) for name, where in sorted(suspects.items()) if name.upper() not in KNOWN
    )


def names_in(env_file: Path) -> Mapping[str, str | None]:
    """What a file sets. One that cannot be read sets nothing here: `load_settings` tells of it."""
    try:
        return dotenv_values(env_file) if env_file.is_file() else {}
    except (OSError, UnicodeDecodeError):
        return {}


def warn_of_unknown_names() -> None:
    """One line in the log of a process that starts."""
    unknown = unknown_names(os.environ)
    if unknown:
        log.warning("%s", " ".join(unknown))


def is_meant(name: str) -> bool:
    """Whether a name in our own file is meant as a setting; others may be there for other programs."""
    return name.upper().startswith((OURS, SLACKS)) or slip_of(name) is not None


def is_meant_for_us(name: str, set_here: Iterable[str]) -> bool:
    """The same of the environment, which we share with other tools of Slack: theirs are not our concern.

    SLACK_API_TOKEN is one of theirs where SLACK_APP_TOKEN is set, and a slip where it is not.
    """
    meant = slip_of(name)
    return name.upper().startswith(OURS) or (meant is not None and meant not in set_here)


def slip_of(name: str) -> str | None:
    """The setting that was misspelt, None when it is too far from all."""
    return next(iter(get_close_matches(name.upper(), KNOWN, 1, SLIP)), None)


def sentence(name: str, where: str) -> str:
    """What is said of a name that is no setting."""
    said = f"{name} in {where} is no setting of Nutgraf"
    meant = slip_of(name) or next(similar(name.upper()), None)
    return f"{said}; did you mean {meant}?" if meant else f"{said}."


def similar(name: str) -> Iterator[str]:
    """Settings with the same prefix that resemble a name behind it."""
    for prefix in (OURS, SLACKS):
        if name.startswith(prefix):
            rests = [known.removeprefix(prefix) for known in KNOWN if known.startswith(prefix)]
            close = get_close_matches(name.removeprefix(prefix), rests, 1, RESEMBLES)
            yield from (f"{prefix}{rest}" for rest in close)
