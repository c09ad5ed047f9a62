"""The tables of figures and papers, step by step."""
