"""What a student entered to marks, the mistakes named, and a report."""
