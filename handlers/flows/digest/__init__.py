"""Flows of the digest: daily, by hand, personal, and what people decide about its stories."""
