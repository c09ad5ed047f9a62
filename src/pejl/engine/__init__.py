"""The machine: given events, a rulebook and a moment, which deadlines are there? Two engines, one meaning."""
