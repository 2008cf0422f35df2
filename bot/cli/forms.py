"""The options that ask for a form: `--json` and one for each form of `handlers.render.forms`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

from handlers.render.forms import Form

Function = TypeVar("Function", bound=Callable[..., Any])


def form_options(forms: Mapping[str, Form[Any]], json_help: str) -> Callable[[Function], Function]:
    """A decorator that adds `--json` and the options of `forms`; the one given becomes the argument `form`."""

    def add(function: Function) -> Function:
        helps = {"json": json_help, **{name: form.help for name, form in forms.items()}}
        for name, words in reversed(helps.items()):
            function = click.option(f"--{name}", "form", flag_value=name, help=words)(function)
        return function

    return add
