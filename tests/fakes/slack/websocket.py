"""One Socket Mode connection: frames in, frames out, and the ways in which it can fail."""

from __future__ import annotations

import json
import socket
import struct
import threading
from collections.abc import Callable
from typing import Any

from websockets.frames import Frame, Opcode
from websockets.protocol import State
from websockets.server import ServerProtocol
from websockets.utils import accept_key

_SEND_SECONDS = 5.0  # a client that reads nothing for so long is gone


def handshake(key: str) -> bytes:
    """The answer that opens a WebSocket."""
    return (
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        f"Sec-WebSocket-Accept: {accept_key(key)}\r\n\r\n"
    ).encode("ascii")


class Connection:
    """An open socket; `read` runs in its own thread, `send` may be called from any."""

    def __init__(self, sock: socket.socket, receive: Callable[[], bytes], number: int) -> None:
        self.number = number
        self.ready = True  # whether new envelopes may go here
        self.frozen = False  # a vanished network: nothing is read or answered, and nothing is closed
        self._socket = sock
        self._receive = receive
        self._protocol = ServerProtocol(state=State.OPEN, max_size=None)
        self._lock = threading.Lock()
        timeout = struct.pack("ll", int(_SEND_SECONDS), 0)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, timeout)

    def read(self, on_message: Callable[[Any], None]) -> None:
        """Read until the socket closes; hand on each message, decoded from JSON."""
        try:
            while data := self._receive():
                if not self.frozen:
                    self._take(data, on_message)
        except OSError:
            pass
        finally:
            self.ready = False

    def _take(self, data: bytes, on_message: Callable[[Any], None]) -> None:
        with self._lock:
            self._protocol.receive_data(data)
            events = self._protocol.events_received()
            self._flush()
        for event in events:
            if isinstance(event, Frame) and event.opcode is Opcode.TEXT:
                on_message(json.loads(bytes(event.data)))

    def send(self, message: Any) -> bool:
        """Send one JSON message; false when the socket is closed."""
        try:
            with self._lock:
                self._protocol.send_text(json.dumps(message).encode())
                self._flush()
        except Exception:  # noqa: BLE001 - whatever a dying socket raises, the message did not arrive
            self.ready = False
            return False
        return True

    def _flush(self) -> None:
        for data in self._protocol.data_to_send():
            if data:
                self._socket.sendall(data)
            else:
                self._socket.shutdown(socket.SHUT_WR)

    def close(self) -> None:
        """Close as the protocol wants it: a close frame, then the end."""
        self.ready = False
        try:
            with self._lock:
                self._protocol.send_close(1000)
                self._flush()
        except Exception:  # noqa: BLE001 - it was closed already
            return

    def cut(self, *, half_frame: bool = False) -> None:
        """End without a word, if wanted in the middle of a message."""
        self.ready = False
        try:
            if half_frame:
                self._socket.sendall(b"\x81\x7e\x10\x00" + b'{"type": "events_api", "envel')
            self._socket.shutdown(socket.SHUT_RDWR)
        except OSError:
            return
