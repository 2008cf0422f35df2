"""PostgreSQL on loopback, from Debian's package: `apt-get install postgresql`, nothing to set up."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Self

PATIENCE = 60.0  # seconds for a start
NOT_ROOT = "nobody"  # PostgreSQL refuses to run as root


def binaries() -> Path | None:
    """The folder of the newest PostgreSQL on this machine, None where there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    beside = shutil.which("initdb")
    return Path(beside).resolve().parent if beside else None


class Postgres:
    """A server of its own with an empty database, as a context manager; it can be killed and started again."""

    def __init__(self) -> None:
        found = binaries()
        if found is None:
            raise FileNotFoundError("PostgreSQL is not installed")
        self.binaries = found
        self.user = NOT_ROOT if os.geteuid() == 0 else None
        self.folder = Path(tempfile.mkdtemp(prefix="nutgraf-postgres-"))
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.server: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"postgresql://nutgraf@127.0.0.1:{self.port}/nutgraf"

    def __enter__(self) -> Self:
        if self.user:
            account = pwd.getpwnam(self.user)
            os.chown(self.folder, account.pw_uid, account.pw_gid)
        self.run("initdb", "-D", str(self.cluster), "-U", "nutgraf", "-A", "trust", "--no-sync")
        self.start()
        self.run("createdb", "-h", "127.0.0.1", "-p", str(self.port), "-U", "nutgraf", "nutgraf")
        return self

    def __exit__(self, *_: object) -> None:
        self.stop(signal.SIGINT)
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def cluster(self) -> Path:
        return self.folder / "cluster"

    def run(self, program: str, *arguments: str) -> None:
        command = [str(self.binaries / program), *arguments]
        subprocess.run(command, user=self.user, cwd=self.folder, check=True, capture_output=True)  # noqa: S603

    def say(self, statement: str) -> None:
        """Run one statement as the server's owner."""
        self.run(
            "psql", "-h", str(self.folder), "-p", str(self.port), "-U", "nutgraf", "-c", statement, "nutgraf"
        )

    def want_passwords(self) -> None:
        """Let nobody in over the network without a password, from now on."""
        rules = "local all all trust\nhost all all 127.0.0.1/32 scram-sha-256\n"
        (self.cluster / "pg_hba.conf").write_text(rules)
        self.say("select pg_reload_conf()")

    def start(self) -> None:
        """Start and wait until it answers. It trusts the disk's cache: processes die here, no machine does."""
        options = [
            "-F",
            "-D",
            str(self.cluster),
            "-p",
            str(self.port),
            "-h",
            "127.0.0.1",
            "-k",
            str(self.folder),
        ]
        self.server = subprocess.Popen(  # noqa: S603
            [str(self.binaries / "postgres"), *options],
            user=self.user,
            cwd=self.folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        deadline = time.monotonic() + PATIENCE
        ready = [str(self.binaries / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(self.port)]
        while subprocess.run(ready, check=False).returncode:  # noqa: S603
            if time.monotonic() > deadline:
                raise TimeoutError("PostgreSQL does not start")
            time.sleep(0.1)

    def stop(self, how: signal.Signals) -> None:
        """SIGINT: end in order; SIGQUIT: at once, as in a crash (the log is replayed at the next start)."""
        if self.server:
            self.server.send_signal(how)
            self.server.wait(PATIENCE)
        self.server = None
