"""nbgrader: a course directory from one source, and what comes back into its gradebook."""
