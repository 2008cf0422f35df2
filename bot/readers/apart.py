"""A call in a process of its own, which alone loads what the call needs."""

from __future__ import annotations

import importlib
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from typing import Any


def call_apart(module: str, function: str, *arguments: str) -> Any:  # noqa: ANN401  # what the function gives
    """What `function` of `module` gives for `arguments`, in a new process that ends with it.

    Raises what the function raises, and BrokenProcessPool when the process dies.
    """
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(call, module, function, arguments).result()


def call(module: str, function: str, arguments: tuple[Any, ...]) -> Any:  # noqa: ANN401  # as above
    """In the new process: import, then call."""
    return getattr(importlib.import_module(module), function)(*arguments)
