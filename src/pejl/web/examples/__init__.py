"""Four municipalities as their papers tell of them: facts, names, figures and dates with source; the wording is ours.

``./start --example nordfyns|norddjurs|randers|odsherred`` opens one. People who work there are invented; no case is.
"""
