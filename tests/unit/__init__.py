"""What the specification and the properties do not reach: one part at a time."""
