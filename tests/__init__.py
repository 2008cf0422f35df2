"""Tests of Nutgraf, and the stand-ins that they use."""
