"""Flows behind a brief's buttons: its parts in a modal, corrections, feedback, removal."""
