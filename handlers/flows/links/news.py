"""What is new on a page that is shared again: asked for by the flows that answer with a pointer."""

from __future__ import annotations

from dataclasses import replace

from handlers.flows.answers import Answer, Pointer
from handlers.flows.links.readings import SLOW_SECONDS
from handlers.ports import Steps
from handlers.render.shapes_change import change_from_shape

NEWS_FLOW = "news of a page"


def with_news(steps: Steps, answer: Answer, flow_id: str) -> Answer:
    """A pointer with what changed on the page since its brief; without it where looking takes long."""
    if not isinstance(answer, Pointer):
        return answer
    steps.begin(NEWS_FLOW, flow_id, {"brief_id": answer.brief_id})
    if steps.unfinished([flow_id], SLOW_SECONDS):
        return answer
    return replace(answer, changes=tuple(map(change_from_shape, steps.result(flow_id)["changes"])))
