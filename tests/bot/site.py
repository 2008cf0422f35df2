"""A site on loopback that says exactly what a test tells it to say."""

from __future__ import annotations

import socketserver
import threading


class Counting:
    """Counts what is written to a connection."""

    def __init__(self, out, site):
        self.out = out
        self.site = site

    def write(self, piece):
        self.out.write(piece)
        self.site.sent += len(piece)

    def flush(self):
        self.out.flush()


class Site:
    """A server on loopback: path -> bytes, or a function that writes to the connection."""

    def __init__(self):
        self.answers = {}
        self.requests = []
        self.sent = 0  # bytes that the system has taken from us
        site = self

        class Handler(socketserver.StreamRequestHandler):
            def handle(self):
                head = b""
                while not head.endswith(b"\r\n\r\n"):
                    line = self.rfile.readline()
                    if not line:
                        return
                    head += line
                site.requests.append(head.decode("latin-1"))
                answer = site.answers.get(head.split()[1].decode(), response(b"", status=404))
                if isinstance(answer, list):
                    answer = answer.pop(0)
                try:
                    answer(Counting(self.wfile, site)) if callable(answer) else self.wfile.write(answer)
                    site.sent += 0 if callable(answer) else len(answer)
                except OSError:
                    return

        class Server(socketserver.ThreadingTCPServer):
            daemon_threads = True
            allow_reuse_address = True

            def handle_error(self, request, client_address):
                """A client that hangs up is what these tests are about."""

        self.server = Server(("127.0.0.1", 0), Handler)
        self.host = f"127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def url(self, path):
        return f"http://{self.host}{path}"

    def close(self):
        self.server.shutdown()
        self.server.server_close()


def response(body, status=200, kind="text/html; charset=utf-8", **headers):
    """An HTTP answer as bytes."""
    lines = [f"HTTP/1.1 {status} X", f"Content-Length: {len(body)}", "Connection: close"]
    lines += [f"Content-Type: {kind}"] if kind else []
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body
