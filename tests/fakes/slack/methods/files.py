"""The two calls of an upload; the bytes go to the address that the first one answers."""

from __future__ import annotations

from dataclasses import replace

from tests.fakes.slack.methods.registry import Call, method
from tests.fakes.slack.model import File, Json, Refusal


@method("files.getUploadURLExternal", "files:write", reads_json=False)
def files_get_upload_url(call: Call) -> Json:
    """An address for the bytes of one file."""
    name, length = call.arguments.need("filename"), call.arguments.number("length", 0)
    if length <= 0:
        raise Refusal("invalid_arguments")
    file = File(call.workspace.ids.new("F"), name, length, alt=call.arguments.text("alt_txt"))
    call.workspace.files[file.id] = file
    return {"upload_url": f"http://{call.host}/upload/v1/{file.id}", "file_id": file.id}


@method("files.completeUploadExternal", "files:write")
def files_complete_upload(call: Call) -> Json:
    """Share what was uploaded: one message of the bot with all files."""
    named = call.arguments.structure("files")
    if not isinstance(named, list) or not named:
        raise Refusal("invalid_arguments")
    uploaded = [_uploaded(call, str(each.get("id"))) for each in named]
    channel_id = call.arguments.text("channel_id") or call.arguments.text("channels")
    if channel_id:
        _share(call, channel_id, tuple(file.id for file in uploaded))
    for file, each in zip(uploaded, named, strict=True):
        shared = replace(file, channel=channel_id or None, title=str(each.get("title") or file.name))
        call.workspace.files[file.id] = shared
    return {"files": [{"id": file.id, "title": call.workspace.files[file.id].title} for file in uploaded]}


def _uploaded(call: Call, file_id: str) -> File:
    file = call.workspace.files.get(file_id)
    if file is None or file.content is None:
        raise Refusal("file_not_found")
    return file


def _share(call: Call, channel_id: str, files: tuple[str, ...]) -> None:
    channel = call.workspace.visible_channel(channel_id)
    if not call.workspace.is_member(channel):
        raise Refusal("not_in_channel")
    call.workspace.post(
        channel.id,
        call.app.bot_user,
        call.arguments.text("initial_comment"),
        thread_ts=call.arguments.text("thread_ts") or None,
        bot_id=call.app.bot_id,
        app_id=call.app.app_id,
        subtype="file_share",
        files=files,
    )
