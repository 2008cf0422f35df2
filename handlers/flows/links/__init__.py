"""Flows that brief links: shared, asked for, pasted, looked at again."""
