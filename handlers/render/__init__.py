"""A brief or a digest as Slack blocks, terminal text, Markdown or JSON. Pure functions, no client."""
