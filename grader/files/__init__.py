"""Files that are there whole or not at all, and bytes that become text."""
