"""What is new on a page that is shared again: asked for by the flows that answer with a pointer."""

from __future__ import annotations

from handlers.flows.links.readings import SLOW_SECONDS
from handlers.ports import Json, Steps

NEWS_FLOW = "news of a page"


def with_news(steps: Steps, answer: Json, flow_id: str) -> Json:
    """A pointer with what changed on the page since its brief; without it where looking takes long."""
    if answer["kind"] != "pointer":
        return answer
    steps.begin(NEWS_FLOW, flow_id, {"brief_id": answer["brief_id"]})
    slow = steps.unfinished([flow_id], SLOW_SECONDS)
    return answer if slow else {**answer, **steps.result(flow_id)}
