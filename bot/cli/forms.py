"""The options that ask for a form: `--json` and one for each form of `handlers.render.forms`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, TypeVar

import click

from handlers.render.forms import Form

Function = TypeVar("Function", bound=Callable[..., Any])


def form_options(
    forms: Mapping[str, Form[Any]], json_help: str, **more: str
) -> Callable[[Function], Callable[..., Any]]:
    """A decorator that adds `--json`, the options of `forms` and those of `more`; the one given becomes the argument `form`.

    Two of them at once are a usage error.
    """
    helps = {"json": json_help, **{name: form.help for name, form in forms.items()}, **more}

    def add(function: Function) -> Callable[..., Any]:
        @wraps(function)
        def with_form(**options: Any) -> Any:  # noqa: ANN401  # whatever the command takes and gives
            given = [name for name in helps if options.pop(name)]
            if len(given) > 1:
                raise click.UsageError(f"give one of {' and '.join(f'--{name}' for name in given)}.")
            return function(form=given[0] if given else None, **options)

        decorated: Callable[..., Any] = with_form
        for name, words in reversed(helps.items()):
            decorated = click.option(f"--{name}", name, is_flag=True, help=words)(decorated)
        return decorated

    return add
