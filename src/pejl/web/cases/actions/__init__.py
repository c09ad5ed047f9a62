"""Everything a person can do to a case, each in one transaction with its line in the log of changes.

``writing`` is what they share (lock, append, work out anew); the others are one subject each. Nothing else in the
web writes events, deadlines or doors.
"""
