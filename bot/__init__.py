"""The edge: process, settings, network, store, engine, schedule, command line, composition root."""
