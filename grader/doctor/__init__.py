"""What this machine can hold back, found out by attacking it."""
