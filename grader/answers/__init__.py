"""The trusted answers: computed by a course's solutions, or replayed from a release's recording."""
