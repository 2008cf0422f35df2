"""Small PDFs for tests, written by hand: lines at places, in sizes."""

from __future__ import annotations

import zlib

PAGE_HEIGHT = 792


def pdf(*pages, title=None, packed=True):
    """A PDF whose pages are lists of (x, distance from the top, size, text)."""
    fonts = b"<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >> >>"
    kids = " ".join(f"{3 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
    ]
    for number, lines in enumerate(pages):
        drawing = b"\n".join(show(*line) for line in lines)
        body, how = (zlib.compress(drawing), b"/Filter /FlateDecode ") if packed else (drawing, b"")
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources %s /Contents %d 0 R >>"
            % (fonts, 4 + 2 * number),
            b"<< %s/Length %d >>\nstream\n%s\nendstream" % (how, len(body), body),
        ]
    if title is not None:
        objects.append(b"<< /Title (%s) >>" % title.encode())
    return assembled(objects, has_properties=title is not None)


def show(x, down, size, text):
    """The operators that draw one line."""
    shown = text.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
    return b"BT /F1 %d Tf 1 0 0 1 %d %d Tm (%s) Tj ET" % (size, x, PAGE_HEIGHT - down, shown)


def assembled(objects, *, has_properties):
    """Objects, table and trailer as one file."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    properties = b" /Info %d 0 R" % len(objects) if has_properties else b""
    out += b"trailer << /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        properties,
        table,
    )
    return bytes(out)


def column(lines, top=100, x=72, size=11, leading=14):
    """Lines one under the other; an empty one leaves a gap."""
    return [(x, top + number * leading, size, line) for number, line in enumerate(lines) if line]
