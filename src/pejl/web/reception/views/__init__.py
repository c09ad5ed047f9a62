"""The pages of reception: what has come in, the duty, what is handed over."""
