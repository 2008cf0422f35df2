"""The container and the service: what they name is there, and they run as nobody in particular."""

from __future__ import annotations

import configparser
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from bot.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
STEPS = re.sub(r"\\\n\s*", "", (ROOT / "Dockerfile").read_text(encoding="utf-8"))
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
UNIT = ROOT / "docs" / "nutgraf.service"
SETTINGS = {name.upper() for name in Settings.model_fields}


def test_what_the_container_copies_is_there_and_is_not_left_out():
    """.dockerignore lets in what is copied, and nothing else: no settings, no data."""
    copied = [step.split()[1:-1] for step in re.findall(r"^COPY (?!--from).*", STEPS, re.MULTILINE)]
    names = {name for step in copied for name in step}
    let_in = set(re.findall(r"^!(.+)", (ROOT / ".dockerignore").read_text(encoding="utf-8"), re.MULTILINE))
    assert names == let_in
    assert [name for name in names if not (ROOT / name).exists()] == []


def test_the_container_runs_without_rights_and_keeps_its_data_in_a_volume():
    """And is looked at where the bot serves its health."""
    last = STEPS[STEPS.rindex("FROM ") :]
    assert re.search(r"^USER nutgraf$", last, re.MULTILINE)
    assert re.search(r"^VOLUME /data$", last, re.MULTILINE)
    assert "NUTGRAF_DATA_DIR=/data" in last
    host, port = Settings(_env_file=None).metrics_address
    assert f"http://{host}:{port}/readyz" in last
    assert json.loads(re.search(r"^ENTRYPOINT (.*)$", last, re.MULTILINE)[1]) == ["nutgraf"]


def test_the_container_installs_what_the_bot_needs_and_no_tools():
    """By the same steps as the script that does them without Docker."""
    script = (ROOT / ".ci" / "container").read_text(encoding="utf-8")
    installed = re.findall(r"pip install (?:--disable-pip-version-check |--no-cache-dir )*(.*)", STEPS)
    assert installed == ["--require-hashes -r requirements.lock", "--no-deps --no-build-isolation ."]
    assert re.findall(r"^pip install (?:--no-cache-dir )?(.*)", script, re.MULTILINE) == installed


def test_the_compose_file_gives_no_secret_to_a_worker():
    """It has the engine's address alone; the bot and the data are the base, PostgreSQL and workers a profile."""
    services = COMPOSE["services"]
    assert {name for name, one in services.items() if one.get("profiles") == ["workers"]} == {
        "worker",
        "postgres",
    }
    assert services["bot"]["volumes"] == ["data:/data"]
    assert services["worker"]["env_file"] == services["worker"]["volumes"] == []
    assert set(services["worker"]["environment"]) - SETTINGS == set()
    assert all(
        services[name]["read_only"] and services[name]["cap_drop"] == ["ALL"] for name in ("bot", "worker")
    )


def test_the_service_keeps_its_settings_in_a_file_and_writes_to_its_data_alone():
    """As docs/operations.md says."""
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str
    unit.read(UNIT, encoding="utf-8")
    service = unit["Service"]
    assert service["User"] == "nutgraf"
    assert service["EnvironmentFile"] in (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    data = f"/var/lib/{service['StateDirectory']}"
    assert f" NUTGRAF_DATA_DIR={data} " in service["ExecStart"]
    assert service["WorkingDirectory"] == data  # where no .env lies that only another may read
    assert (service["ProtectSystem"], service["KillMode"], service["UMask"]) == ("strict", "mixed", "0077")


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd on this machine")
def test_systemd_accepts_the_service(tmp_path):
    """Its program is stood in for: `verify` looks whether it is there."""
    here = UNIT.read_text(encoding="utf-8").replace("/opt/nutgraf/.venv/bin/nutgraf", "/bin/true")
    (tmp_path / "nutgraf.service").write_text(here, encoding="utf-8")
    checked = subprocess.run(  # noqa: S603  # the system's own program
        ["systemd-analyze", "verify", str(tmp_path / "nutgraf.service")],  # noqa: S607
        capture_output=True,
        text=True,
        check=False,
    )
    assert (checked.returncode, "nutgraf.service" in checked.stderr) == (0, False), checked.stderr
