"""The pages of figures and papers."""
