"""What the trusted side and a worker both load: frames, and callables by name."""
