"""Papers: drafted from data, worded by people, approved, frozen and released.

``templates`` says of which parts a kind of paper is made; ``drawing`` draws them; ``protecting`` takes small numbers
out of what leaves the line; ``composing`` puts the paper together; ``writing``, ``approving`` and ``releasing`` are
the acts; ``again`` counts a frozen edition's figures once more.
"""
