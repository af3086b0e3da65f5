"""Finding a course, reading its manifests and sources, and whether its files are as released."""
