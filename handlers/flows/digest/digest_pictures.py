"""A digest's pictures: each is uploaded, then shown in the digest's thread, once."""

from __future__ import annotations

from typing import Protocol

from handlers.flows.retry import retry
from handlers.ports import Json, Place, Steps


class Pictures(Protocol):
    """The two acts of showing a picture."""

    def upload(self, place: Place, told: Json, number: int) -> Json:
        """Give Slack picture `number` of what a digest told: {"file": id}. Nobody sees it yet."""
        ...

    def show(self, key: str, place: Place, told: Json, number: int, file: str) -> Json:
        """Show the uploaded picture in the thread, unless it is there."""
        ...


def show_pictures(steps: Steps, pictures: Pictures, place: Place, told: Json) -> None:
    """All pictures of a digest whose messages stand in `place`; one that Slack refuses is left out and logged.

    An upload that is made again after a crash leaves a file behind that was never shown, which Slack drops.
    """
    for number in range(told.get("pictures", 0)):
        uploaded = retry(steps, "upload", pictures.upload, place, told, number)
        if "refused" not in uploaded:
            key = f"{steps.flow_id}/picture/{number}"
            retry(steps, "show", pictures.show, key, place, told, number, uploaded["file"])
