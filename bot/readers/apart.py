"""A call in a process of its own, which alone loads what the call needs."""

from __future__ import annotations

import importlib
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any

from bot.readers.nursery import begin_loading, nursery


def call_apart(model: str, module: str, function: str, *arguments: str) -> Any:  # noqa: ANN401  # what the function gives
    """What `function` of `module` gives for `arguments`, in a new process that ends with it; begun as those that read with `model`.

    Raises what the function raises, and BrokenProcessPool when the process dies, or the one that it is a copy of.
    """
    context = nursery(model)
    begin_loading(context)
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        return scheduled(pool, module, function, arguments).result()


def scheduled(
    pool: ProcessPoolExecutor, module: str, function: str, arguments: tuple[str, ...]
) -> Future[Any]:
    """The call under way. Raises BrokenProcessPool where no process can be begun."""
    try:
        return pool.submit(call, module, function, arguments)
    except (OSError, EOFError) as error:  # what the process is a copy of is gone
        raise BrokenProcessPool from error


def call(module: str, function: str, arguments: tuple[Any, ...]) -> Any:  # noqa: ANN401  # as above
    """In the new process: import, then call."""
    return getattr(importlib.import_module(module), function)(*arguments)
