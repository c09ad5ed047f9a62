"""The pages of the case record, one subject a file. Every view is guarded in ``access.doors``."""
