"""Submissions in, reports out: one worker each, one pytest session for all."""
