"""The pages of the circle."""
