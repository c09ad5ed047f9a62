"""Pejl: from a municipality's events to every child's deadlines, with the reason and the paragraph."""
