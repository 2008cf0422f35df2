"""Flows of a channel: its settings, the welcome, a workspace that leaves."""
