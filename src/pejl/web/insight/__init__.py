"""Where figures, plan and words meet: an effect beside its figures, a figure down to its cases, a paper of them all."""
