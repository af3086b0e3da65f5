"""Exact numbers, and random choices that are the same for ever."""
