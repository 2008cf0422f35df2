"""The quality gate: what the code reaches on the project's own corpus, and the floors below it."""
