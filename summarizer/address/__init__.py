"""Addresses of articles: one article, one address. Knows no page and no text."""
