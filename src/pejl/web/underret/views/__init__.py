"""The pages of the public form."""
