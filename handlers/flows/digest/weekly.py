"""The weekly report behind a daily digest, where a channel wants it: who was quoted in the week before."""

from __future__ import annotations

from datetime import date

from handlers.domain.due import report_week
from handlers.domain.report import QuotedWeeks
from handlers.flows.desk import Desk
from handlers.flows.retry import retry
from handlers.ports import Json, Place, Steps
from handlers.render.slack_report import report_message


class WeeklyDesk:
    """The single acts of a report."""

    def __init__(self, desk: Desk, weeks: QuotedWeeks) -> None:
        self.desk = desk
        self.weeks = weeks

    def look(self, place: Place, day: date) -> Json:
        """The last day of the week that the digest of `day` brings a report of; nothing where it brings none."""
        last = report_week(self.desk.archive.digest_setting(place.team, place.channel), day)
        if last is None or not self.weeks.quoted(place.team, place.channel, last).named:
            return {}
        return {"last": last.isoformat()}

    def post(self, key: str, place: Place, last: date) -> Json:
        """One message in the channel, once. Raises DeliveryError."""
        report = self.weeks.quoted(place.team, place.channel, last)
        return self.desk.outbox.post(key, place, report_message(report, key=key))


def post_weekly_report(desk: WeeklyDesk, steps: Steps, place: Place, day: date) -> None:
    """Tell the channel who was quoted, where it wants that and this is the day for it."""
    wanted = steps.run("look for the week", desk.look, place, day)
    if "last" in wanted:
        last = date.fromisoformat(wanted["last"])
        retry(steps, "post the week", desk.post, f"{steps.flow_id}/week", place, last)
