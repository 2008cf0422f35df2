"""Durable flows: what the process was doing goes on after it was killed."""
