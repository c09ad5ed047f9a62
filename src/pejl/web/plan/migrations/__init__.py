"""The tables of the plan, step by step."""
