"""The register of the task force for young people at risk of crime: closed, and unknown to every case.

Nothing here points to a child's case, is found by a search for one, or is counted with one; only totals leave it.
"""
