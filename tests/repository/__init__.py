"""The house rules as tests: each stops a fault that a reader would otherwise have to look for."""
