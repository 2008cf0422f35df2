"""Flows that answer from the archive: look-ups, following, the Home tab."""
