"""What is compared: each tool lays a class out as it wants it and says how to grade it."""
