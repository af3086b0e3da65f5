"""Recorded answers in place of `solutions/`: what a student bundle replays."""
