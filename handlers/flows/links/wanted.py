"""Which links of a share its channel wants briefed."""

from __future__ import annotations

from dataclasses import replace

from handlers.domain.channels import Channels, reasons_to_skip
from handlers.flows.links.outcomes import log_skipped
from handlers.flows.links.share import Asks, Share


def wanted_share(
    channels: Channels, share: Share | None, *, asked: bool, asks: Asks = "aloud"
) -> Share | None:
    """`share` with the links that its channel wants briefed; None when there are none. The others are logged.

    Where somebody `asked`, `asks` says how they are answered.
    """
    if share is None:
        return None
    reasons = reasons_to_skip(channels, share.team, share.channel, share.links, asked=asked)
    log_skipped([(url, why) for url, why in reasons.items() if why], share.place, share.ts)
    links = tuple(url for url, why in reasons.items() if not why)
    return replace(share, links=links, asks=asks if asked else "nobody") if links else None
