"""onnxruntime, told before it is loaded that nothing is sent anywhere.

From 1.29 on its wheels report to their maker by default: a thread, an identifier of the machine in the home folder, and a request
to a server. It looks at this variable when it is loaded, and only then. Whoever needs onnxruntime takes it from here.
"""

from __future__ import annotations

import os

os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import onnxruntime  # after the variable is set

__all__ = ["onnxruntime"]
