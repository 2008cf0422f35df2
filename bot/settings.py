"""Settings: from the environment or .env, checked all at once."""

from __future__ import annotations

import os
from collections.abc import MutableMapping
from datetime import time
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from summarizer.default_model import DEFAULT_MODEL
from summarizer.errors import NutgrafError

ENV_FILE = ".env"  # in the folder where a command runs
PORTS = 65536
OFF = "off"
SLACK = "SLACK_"  # how the names of Slack's settings begin
MOST_RECHECKS, LATEST_RECHECK = 6, 168  # times, hours
NEEDS_POSTGRES = (
    "NUTGRAF_ENGINE_URL must be a postgresql:// address for `work`: on SQLite the bot reads by itself "
    "(docs/operations.md)."
)


class SettingsError(NutgrafError):
    """Settings that cannot be used. `problems` holds one sentence each."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


class Settings(BaseSettings):
    """Every setting with its default. Names are stable; .env.example explains each."""

    model_config = SettingsConfigDict(env_file=ENV_FILE, env_ignore_empty=True, extra="ignore", frozen=True)

    slack_bot_token: SecretStr | None = None
    slack_app_token: SecretStr | None = None
    slack_signing_secret: SecretStr | None = None
    slack_client_id: str | None = None
    slack_client_secret: SecretStr | None = None
    slack_api_url: str = "https://slack.com/api/"
    nutgraf_data_dir: Path = Path("data")
    nutgraf_engine_url: SecretStr | None = None
    nutgraf_model: str = DEFAULT_MODEL
    nutgraf_readers: int = Field(default_factory=lambda: max(1, (os.cpu_count() or 2) - 1), ge=1, le=64)
    nutgraf_digest_time: time = time(8, 0)
    nutgraf_digest_grace: float = Field(default=12.0, gt=0, le=24)
    nutgraf_timezone: str = "UTC"
    nutgraf_recheck_hours: str = "1,6,24"
    nutgraf_unfurls: bool = False
    nutgraf_allowed_hosts: str = ""
    nutgraf_allow_downgrade: bool = False
    nutgraf_contact: str = ""
    nutgraf_http: str = ""
    nutgraf_public_url: str = ""
    nutgraf_on_uninstall: Literal["keep", "purge"] = "keep"
    nutgraf_metrics: str = "127.0.0.1:9464"
    nutgraf_keep_days: int | None = Field(default=None, ge=1)
    nutgraf_log: Literal["text", "json"] = "text"

    @field_validator("nutgraf_timezone")
    @classmethod
    def known_zone(cls, name: str) -> str:
        """Refuse a zone that the machine's tables do not have."""
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError) as error:
            message = f"{name!r} is no time zone; use a name such as Europe/London"
            raise ValueError(message) from error
        return name

    @field_validator("nutgraf_recheck_hours")
    @classmethod
    def are_hours(cls, listed: str) -> str:
        """Refuse what is no list of hours."""
        try:
            hours = hours_of(listed)
        except ValueError:
            hours = (0.0,)
        if len(hours) > MOST_RECHECKS or not all(0 < hour <= LATEST_RECHECK for hour in hours):
            message = (
                f"{listed!r} is no list of at most {MOST_RECHECKS} hours; use hours such as 1,6,24, or off"
            )
            raise ValueError(message)
        return listed

    @field_validator("nutgraf_http", "nutgraf_metrics")
    @classmethod
    def is_host_and_port(cls, address: str) -> str:
        """Refuse what names no host and port."""
        host, _, port = address.rpartition(":")
        if address not in ("", OFF) and not (host and port.isdigit() and int(port) < PORTS):
            message = f"{address!r} is no address to serve; use host:port, such as 127.0.0.1:3000"
            raise ValueError(message)
        return address

    @field_validator("slack_api_url")
    @classmethod
    def ends_with_slash(cls, url: str) -> str:
        return url if url.endswith("/") else f"{url}/"

    @property
    def http_address(self) -> tuple[str, int]:
        """Where HTTP mode is served; port 0 takes a free one."""
        return host_and_port(self.nutgraf_http)

    @property
    def metrics_address(self) -> tuple[str, int] | None:
        """Where metrics and health are served; None for nowhere."""
        return None if self.nutgraf_metrics == OFF else host_and_port(self.nutgraf_metrics)

    @property
    def installations(self) -> Path:
        """HTTP mode's tokens of the workspaces that installed the app."""
        return self.nutgraf_data_dir / "slack.db"

    @property
    def database(self) -> Path:
        return self.nutgraf_data_dir / "nutgraf.db"

    @property
    def engine_url(self) -> str:
        """The engine's database: SQLite in the data folder unless set."""
        if self.nutgraf_engine_url:
            return self.nutgraf_engine_url.get_secret_value()
        return f"sqlite:///{(self.nutgraf_data_dir / 'engine.db').resolve()}"

    @property
    def has_workers(self) -> bool:
        """Whether articles are read by `python -m bot work`: where the engine is on PostgreSQL."""
        return self.engine_url.startswith("postgres")

    @property
    def recheck_hours(self) -> tuple[float, ...]:
        """So many hours after filing a briefed page is looked at again; none: never."""
        return hours_of(self.nutgraf_recheck_hours)

    @property
    def allowed_hosts(self) -> frozenset[str]:
        """Hosts inside the network that may be fetched, as host or host:port."""
        return frozenset(host.strip() for host in self.nutgraf_allowed_hosts.split(",") if host.strip())


def hours_of(listed: str) -> tuple[float, ...]:
    """The hours of a list with commas, in order; "off" names none. Raises ValueError."""
    if listed.strip().lower() == "off":
        return ()
    return tuple(sorted({float(hour) for hour in listed.split(",")}))


def host_and_port(address: str) -> tuple[str, int]:
    """An address as the settings have it."""
    host, _, port = address.rpartition(":")
    return host, int(port)


def load_settings() -> Settings:
    """Read and check the settings. Raises SettingsError with every problem at once."""
    try:
        return Settings()
    except ValidationError as error:
        raise SettingsError(tuple(problem_sentence(dict(found)) for found in error.errors())) from error
    except UnicodeDecodeError as error:
        raise SettingsError(
            (f"{Path(ENV_FILE).absolute()} is not a text in UTF-8: save it as one.",)
        ) from error
    except OSError as error:
        raise SettingsError((f"{Path(ENV_FILE).absolute()} cannot be read: {error.strerror}.",)) from error


def hide_tokens(environment: MutableMapping[str, str] = os.environ) -> None:
    """Take what Slack gave us out of the process's environment, once the settings are read.

    Bolt looks there by itself, and complains of or acts on what it finds; and no reading process has a use for it.
    """
    for name in [name for name in environment if name.upper().startswith(SLACK)]:
        del environment[name]


def problem_sentence(found: dict[str, object]) -> str:
    """One wrong setting in one sentence, without its value when that may be a secret."""
    where = found["loc"]
    name = str(where[0]).upper() if isinstance(where, tuple) and where else "A setting"
    message = str(found["msg"]).removeprefix("Value error, ")
    return f"{name}: {message[:1].lower()}{message[1:]}."
