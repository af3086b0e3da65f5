"""dlgrade: auto-graded exercises for numerical Python."""

__version__ = "0.1.0"
