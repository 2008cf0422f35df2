"""views.*: modals, their stack, and the App Home."""

from __future__ import annotations

import secrets
from dataclasses import replace

from tests.fakes.slack.limits import check_view
from tests.fakes.slack.methods.registry import Call, method
from tests.fakes.slack.model import Json, Refusal, View
from tests.fakes.slack.state import Workspace
from tests.fakes.slack.wire import view_json

MOST_PUSHED = 3  # views that one stack of modals may hold


def open_view(workspace: Workspace, user: str, content: Json, parent: View | None = None) -> View:
    """A new modal, alone or on top of another; also what `response_action: push` does."""
    check_view(content, "modal")
    external_id = str(content.get("external_id") or "")
    _refuse_used(workspace, external_id, None)
    view_id = workspace.ids.new("V")
    view = View(
        view_id,
        user,
        _with_block_ids(workspace, content),
        _new_hash(workspace),
        parent.root_id if parent else view_id,
        parent.id if parent else None,
        external_id,
    )
    workspace.views[view_id] = view
    return view


def replace_view(workspace: Workspace, view: View, content: Json) -> View:
    """An open modal with other content; also what `response_action: update` does."""
    check_view(content, "modal")
    external_id = str(content.get("external_id") or view.external_id)
    _refuse_used(workspace, external_id, view.id)
    content = _with_block_ids(workspace, content)
    after = replace(view, content=content, hash=_new_hash(workspace), external_id=external_id)
    workspace.views[view.id] = after
    return after


def _with_block_ids(workspace: Workspace, content: Json) -> Json:
    blocks = [{"block_id": workspace.ids.new("b")} | block for block in content.get("blocks", [])]
    return content | {"blocks": blocks}


def _new_hash(workspace: Workspace) -> str:
    return f"{int(workspace.clock.now())}.{secrets.token_hex(4)}"


def _refuse_used(workspace: Workspace, external_id: str, own: str | None) -> None:
    if external_id and any(v.external_id == external_id and v.id != own for v in workspace.views.values()):
        raise Refusal("duplicate_external_id")


def _content(call: Call) -> Json:
    content = call.arguments.structure("view")
    if not isinstance(content, dict):
        raise Refusal(
            "invalid_arguments", response_metadata={"messages": ["[ERROR] missing required field: view"]}
        )
    return content


def _answer(call: Call, view: View) -> Json:
    return {"view": view_json(view, app=call.app, team=call.workspace.team)}


@method("views.open")
def views_open(call: Call) -> Json:
    """Open a modal for whoever caused the trigger."""
    trigger = call.tickets.exchange(call.arguments.need("trigger_id"))
    return _answer(call, open_view(call.workspace, trigger.user, _content(call)))


@method("views.push")
def views_push(call: Call) -> Json:
    """Put a modal on top of the one in which the trigger arose."""
    trigger = call.tickets.exchange(call.arguments.need("trigger_id"))
    parent = call.workspace.views.get(trigger.view_id or "")
    if parent is None:
        raise Refusal("not_found")
    stack = [view for view in call.workspace.views.values() if view.root_id == parent.root_id]
    if len(stack) >= MOST_PUSHED:
        raise Refusal("push_limit_reached")
    return _answer(call, open_view(call.workspace, trigger.user, _content(call), parent))


@method("views.update")
def views_update(call: Call) -> Json:
    """Give an open modal other content."""
    view = _named(call)
    wanted = call.arguments.text("hash")
    if wanted and wanted != view.hash:
        raise Refusal("hash_conflict")
    return _answer(call, replace_view(call.workspace, view, _content(call)))


def _named(call: Call) -> View:
    view_id, external_id = call.arguments.text("view_id"), call.arguments.text("external_id")
    for view in call.workspace.views.values():
        if view.id == view_id or (external_id and view.external_id == external_id):
            return view
    raise Refusal("not_found")


@method("views.publish")
def views_publish(call: Call) -> Json:
    """Set a person's App Home."""
    if not call.app.home_tab:
        raise Refusal("not_enabled")
    user = call.workspace.user(call.arguments.need("user_id")).id
    content = _content(call)
    check_view(content, "home")
    before = call.workspace.homes.get(user)
    wanted = call.arguments.text("hash")
    if wanted and before is not None and wanted != before.hash:
        raise Refusal("hash_conflict")
    view_id = before.id if before else call.workspace.ids.new("V")
    content = _with_block_ids(call.workspace, content)
    view = View(view_id, user, content, _new_hash(call.workspace), view_id)
    call.workspace.homes[user] = view
    return _answer(call, view)
