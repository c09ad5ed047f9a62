"""The pages about people, access and the log."""
