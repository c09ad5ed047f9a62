"""Who is who, who may see what, and who saw what? ``gate.py`` is the only way to reach a case."""
