"""One deadline over a whole fetch: every wait for the network gets what is left of it, never more."""

from __future__ import annotations

import queue
import socket
import ssl
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import httpcore
import httpx
from ssrfguard import Policy
from ssrfguard.httpx import SafeBackend, SafeTransport

LONGEST_WAIT = 10.0  # seconds for one connect or read: leaves time to try once more within the deadline

Clock = Callable[[], float]
Resolver = Callable[..., Iterable[Any]]


@dataclass(frozen=True, slots=True)
class Deadline:
    """The moment, on `clock`, when a fetch is over."""

    at: float
    clock: Clock

    def left(self) -> float:
        """Seconds left; raises httpcore.ReadTimeout when none are."""
        seconds = self.at - self.clock()
        if seconds <= 0:
            raise httpcore.ReadTimeout("the deadline passed")
        return seconds

    def wait(self, asked: float | None) -> float:
        """How long one wait may last."""
        return min(self.left(), LONGEST_WAIT if asked is None else asked)


class DeadlineStream(httpcore.NetworkStream):
    """A connection whose reads and writes end with the deadline: neither a slow drip of the body nor
    one of the headers can hold it open."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self.inner = inner
        self.deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self.inner.read(max_bytes, self.deadline.wait(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self.inner.write(buffer, self.deadline.wait(timeout))

    def close(self) -> None:
        self.inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        # The host name goes through untouched: the certificate is checked against it.
        secure = self.inner.start_tls(ssl_context, server_hostname, self.deadline.wait(timeout))
        return DeadlineStream(secure, self.deadline)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401  # httpcore's signature
        return self.inner.get_extra_info(info)


class DeadlineBackend(SafeBackend):
    """Connects as ssrfguard does, to addresses it has checked, within the deadline."""

    def __init__(self, *, policy: Policy, resolver: Resolver, deadline: Deadline) -> None:
        super().__init__(policy=policy, resolver=within(deadline, resolver))
        self.deadline = deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        # ssrfguard tries up to four addresses with this timeout each; the deadline is checked on the first read.
        wait = self.deadline.wait(timeout) / self.policy.max_connection_attempts
        stream = super().connect_tcp(host, port, wait, local_address, socket_options)
        return DeadlineStream(stream, self.deadline)


class DeadlineTransport(SafeTransport):
    """An httpx transport for one fetch: guarded, with a deadline, without kept connections."""

    def __init__(
        self, policy: Policy, resolver: Resolver, deadline: Deadline, context: ssl.SSLContext
    ) -> None:
        super().__init__(policy=policy, resolver=resolver, verify=context, trust_env=False)
        self._pool = httpcore.ConnectionPool(
            ssl_context=context,
            max_connections=1,
            max_keepalive_connections=0,
            network_backend=DeadlineBackend(policy=policy, resolver=resolver, deadline=deadline),
        )


def within(deadline: Deadline, resolver: Resolver) -> Resolver:
    """`resolver`, given up at the deadline: the system's own takes no timeout, and a hostile name server may stall."""

    def resolve(*args: Any, **kwargs: Any) -> Iterable[Any]:  # noqa: ANN401  # as socket.getaddrinfo
        answers: queue.SimpleQueue[tuple[Iterable[Any], Exception | None]] = queue.SimpleQueue()

        def look_up() -> None:
            try:
                answers.put((tuple(resolver(*args, **kwargs)), None))
            except Exception as error:  # noqa: BLE001  # carried to the thread that asked, and raised there
                answers.put(((), error))

        threading.Thread(target=look_up, daemon=True).start()
        try:
            found, error = answers.get(timeout=deadline.wait(None))
        except queue.Empty:
            raise TimeoutError("name lookup took too long") from None
        if error is not None:
            raise error
        return found

    return resolve


def client_for(transport: SafeTransport, headers: dict[str, str]) -> httpx.Client:
    """A client that follows no redirect, keeps no cookie and reads no environment."""
    wait = httpx.Timeout(LONGEST_WAIT)
    return httpx.Client(
        transport=transport, headers=headers, timeout=wait, follow_redirects=False, trust_env=False
    )


system_resolver: Resolver = socket.getaddrinfo
