"""The processes that read articles, so that no page stops the desk."""
