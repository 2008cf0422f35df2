"""The way to pages over HTTP: safely, politely, and with a limit to each thing."""
