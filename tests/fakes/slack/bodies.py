"""The arguments in the body of a request, of any of the kinds that Slack takes."""

from __future__ import annotations

import json
from email import policy
from email.parser import BytesParser
from typing import Any
from urllib.parse import parse_qsl

JSON_TYPE = "application/json"


def decode_arguments(content_type: str, body: bytes) -> dict[str, Any]:
    """The arguments by name; none when the body cannot be read."""
    if not body:
        return {}
    kind = content_type.partition(";")[0].strip().lower()
    if kind == JSON_TYPE:
        try:
            decoded = json.loads(body)
        except ValueError:
            return {}
        return decoded if isinstance(decoded, dict) else {}
    if kind == "multipart/form-data":
        return _multipart(content_type, body)
    return dict(parse_qsl(body.decode(), keep_blank_values=True))


def _multipart(content_type: str, body: bytes) -> dict[str, Any]:
    header = f"Content-Type: {content_type}\r\n\r\n".encode()
    message = BytesParser(policy=policy.HTTP).parsebytes(header + body)
    return {
        str(part.get_param("name", header="content-disposition")): part.get_content()
        for part in message.iter_parts()
        if part.get_filename() is None
    }
