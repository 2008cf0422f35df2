"""Small pages for tests: a story of four paragraphs, and room for what stands around it."""

from __future__ import annotations

STORY = (
    "The town council voted on Monday to keep the swimming pool open for another year.",
    "Mayor Ada Rowe said the pool had cost 1.2 million crowns since the spring, more than the library and the two museums.",
    "“We are not closing the only place where children learn to swim,” Rowe said after the vote.",
    "Two councillors voted against the plan, saying that the roof would not last another winter.",
)


def page(body: str = "", head: str = "", story: tuple[str, ...] = STORY, after: str = "") -> bytes:
    """A page with the story, `body` in the middle of it and `after` at the end of the article."""
    first, *rest = [f"<p>{paragraph}</p>" for paragraph in story]
    return (
        f"<!doctype html><html lang='en'><head><meta charset='utf-8'><title>Pool stays open</title>{head}</head>"
        f"<body><nav><a href='/'>Home</a></nav><article><h1>Pool stays open</h1>{first}{body}{''.join(rest)}{after}"
        "</article><footer>All rights reserved.</footer></body></html>"
    ).encode()
