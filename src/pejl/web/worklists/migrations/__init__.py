"""The tables of the worklists, step by step."""
