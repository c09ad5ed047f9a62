"""What if a number were another? A thought experiment over cases that have been, never a rule anybody works by.

``changing`` makes another rulebook of today's, ``comparing`` counts what would have stood otherwise.
"""

from pejl.what_if.changing import MOST, UNITS, Change, Impossible, Number, number_of, with_changes
from pejl.what_if.comparing import Comparison, compared, first_told, kinds_of

__all__ = [
    "MOST",
    "UNITS",
    "Change",
    "Comparison",
    "Impossible",
    "Number",
    "compared",
    "first_told",
    "kinds_of",
    "number_of",
    "with_changes",
]
