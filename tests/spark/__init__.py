"""Is the answer the same on several machines? Only by request: it needs Java and pejl[spark]."""
