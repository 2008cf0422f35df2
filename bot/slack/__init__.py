"""Slack's side of the edge: the connection, the client, tokens, workspaces, and who is where."""
