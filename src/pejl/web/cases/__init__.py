"""The case record and the caseworker's day."""
