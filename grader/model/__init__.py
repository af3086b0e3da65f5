"""The frozen records that every package speaks in. Nothing here computes."""
