"""Open, anonymous counselling and the early offers as a whole: who comes, with what, and is it met?

Nobody is written down here: no name, no number, no free text about anybody, and no way from a talk to a case.
"""
