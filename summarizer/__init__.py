"""The core: text in, brief out. Pure: no network, Slack, SQLite, clock or environment."""
