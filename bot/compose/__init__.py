"""The composition root: the only place that knows which part fulfils which port.

A module a need, so that a command loads what it uses: archive, reading, slack, digests, the desk, the processes.
"""
