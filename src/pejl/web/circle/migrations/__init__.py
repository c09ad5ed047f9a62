"""The tables of the circle, step by step."""
