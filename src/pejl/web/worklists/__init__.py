"""Leaders' lists of work across cases: which cases are on one, in what order, whose they are, and by when.

What a list is about, and when an entry is done, is told by the cases and stands in ``cases/worklists``; here are only
the rows, and how they are written.
"""
