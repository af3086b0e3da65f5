"""Is a course sound? What an author runs, and CI."""
