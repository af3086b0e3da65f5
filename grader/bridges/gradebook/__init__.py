"""The instructor's own sheet from Canvas or Moodle: read, filled in, and written back as it was."""
