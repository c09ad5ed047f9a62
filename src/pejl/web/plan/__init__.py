"""The red thread: from the council's strategy to the action, and the account back. Knows nothing of any child.

What a strategy points to in figures and ledelsestilsyn is kept as keys; ``insight`` puts the two beside each other.
"""
