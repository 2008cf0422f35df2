"""What channels want of the bot, beside their digest: of links, of outlets, of other apps."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from bot.database import DatabaseFile
from handlers.domain.channels import AppMode, AppPost, ChannelApp, ChannelSetting, Mode

WELCOME_AGAIN = timedelta(
    days=1
)  # whoever removes and invites the bot twice in an hour needs no second explanation
AN_HOUR = 3600.0  # seconds
EVERYWHERE = "*"  # in the place of a channel: the whole workspace


class ChannelStore:
    """Fulfils handlers.flows.links.channels.Channels."""

    def __init__(self, database: DatabaseFile) -> None:
        self.reading = database.reading
        self.writing = database.writing

    def channel_setting(self, team: str, channel: str) -> ChannelSetting:
        with self.reading() as db:
            rows = list(db.table("channel_modes").rows_where("team = ? and channel = ?", [team, channel]))
        mode: Mode = rows[0]["mode"] if rows else "every"
        return ChannelSetting(team, channel, mode, self.muted(team, channel))

    def has_mode(self, team: str, channel: str) -> bool:
        with self.reading() as db:
            return bool(db.table("channel_modes").count_where("team = ? and channel = ?", [team, channel]))

    def set_channel(self, setting: ChannelSetting) -> None:
        key = {"team": setting.team, "channel": setting.channel}
        with self.writing() as db:
            db.table("channel_modes").upsert({**key, "mode": setting.mode}, pk=("team", "channel"))
        self.mute(setting.team, setting.channel, setting.muted)

    def muted_everywhere(self, team: str) -> tuple[str, ...]:
        return self.muted(team, EVERYWHERE)

    def mute_everywhere(self, team: str, domains: Collection[str]) -> None:
        self.mute(team, EVERYWHERE, domains)

    def muted(self, team: str, channel: str) -> tuple[str, ...]:
        with self.reading() as db:
            rows = db.table("muted_outlets").rows_where(
                "team = ? and channel = ?", [team, channel], order_by="domain"
            )
            return tuple(row["domain"] for row in rows)

    def mute(self, team: str, channel: str, domains: Collection[str]) -> None:
        with self.writing() as db:
            db.table("muted_outlets").delete_where("team = ? and channel = ?", [team, channel])
            rows = ({"team": team, "channel": channel, "domain": domain} for domain in set(domains))
            db.table("muted_outlets").insert_all(rows)

    def see_app(self, post: AppPost) -> AppMode:
        key = (post.team, post.channel, post.bot)
        with self.reading() as db:
            rows = list(db.table("channel_apps").rows_where("team = ? and channel = ? and bot = ?", key))
        if not rows or rows[0]["name"] != post.name:
            row = dict(zip(("team", "channel", "bot"), key, strict=True)) | {"mode": "ignore"}
            with self.writing() as db:
                db.table("channel_apps").insert(row, ignore=True)
                db.table("channel_apps").update(key, {"name": post.name})
        found: AppMode = rows[0]["mode"] if rows else "ignore"
        return found

    def apps_in(self, team: str, channel: str) -> tuple[ChannelApp, ...]:
        with self.reading() as db:
            rows = db.table("channel_apps").rows_where(
                "team = ? and channel = ?", [team, channel], order_by="name, bot"
            )
            return tuple(ChannelApp(row["bot"], row["name"], row["mode"]) for row in rows)

    def set_app(self, team: str, channel: str, bot: str, mode: AppMode) -> None:
        with self.writing() as db:
            db.table("channel_apps").update((team, channel, bot), {"mode": mode})

    def claim_stop(self, post: AppPost, stop_id: str) -> bool:
        key = (post.team, post.channel, post.bot)
        with self.writing() as db:
            apps = db.table("channel_apps")
            app = apps.get(key)
            if app["stopped_by"] == stop_id:
                return True
            if app["mode"] == "ignore":
                return False
            apps.update(key, {"mode": "ignore", "stopped_by": stop_id})
        return True

    def count_post(self, post: AppPost) -> int:
        place = {"team": post.team, "channel": post.channel, "bot": post.bot}
        here, at = "team = :team and channel = :channel and bot = :bot", float(post.ts)
        with self.writing() as db:
            posts = db.table("app_posts")
            posts.delete_where(f"{here} and at <= :old", place | {"old": at - AN_HOUR})
            posts.upsert(place | {"ts": post.ts, "at": at}, pk=("team", "channel", "bot", "ts"))
            return posts.count_where(here, place)

    def rest(self, team: str, channel: str, why: str) -> None:
        with self.writing() as db:
            row = {"team": team, "channel": channel, "why": why}
            db.table("resting").upsert(row, pk=("team", "channel"))

    def wake(self, team: str, channel: str) -> None:
        with self.writing() as db:
            db.table("resting").delete_where("team = ? and channel = ?", [team, channel])

    def resting(self, team: str) -> frozenset[str]:
        with self.reading() as db:
            return frozenset(row["channel"] for row in db.table("resting").rows_where("team = ?", [team]))

    def claim_welcome(self, team: str, channel: str, welcome_id: str, at: datetime) -> bool:
        with self.writing() as db:
            rows = list(db.table("welcomes").rows_where("team = ? and channel = ?", [team, channel]))
            if rows and rows[0]["id"] == welcome_id:
                return True
            if rows and at - datetime.fromisoformat(rows[0]["at"]) < WELCOME_AGAIN:
                return False
            row = {"team": team, "channel": channel, "id": welcome_id, "at": at.isoformat()}
            db.table("welcomes").upsert(row, pk=("team", "channel"))
        return True
