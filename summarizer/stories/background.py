from __future__ import annotations
ARTICLES = 0
def load_frequencies() -> tuple[dict[str,int],dict[str,int]]:
    return {}, {}
