"""Which numbers may leave the department, and which must be held back with them so that nobody can work them out?

Inside the department the line sees the true figures. This is for what leaves it: a paper to the committee, a public
page, a file to others. Everything the same reader can lay side by side is protected in one go.

A count from 1 to 4 is **too small**: it may point to a child. It is hidden (»færre end 5«), and so is every other
number it could be worked out from (»ikke vist«). The threshold is a setting, 5 unless told otherwise. It is OUR
proposal (the project's notes on practice, part k): no Danish authority's own numerical threshold was found.

The reader is taken to know the sums, the threshold, that a count is a whole number of zero or more, that »færre end 5«
is a small one and that »ikke vist« is none of the small ones. What then must hold, for each that is hidden:

- too small: every number the mark itself leaves open (1, 2, 3, 4) is still possible;
- held back with it: more than one number is possible;
- what a share leaves over (4 of 40 not in time), though printed nowhere: as if it were.

Where a total is itself too small, all that it is made of is held back: four small parts of »færre end 5« would be one
child each. A zero is about nobody, unless it tells that all are in the other group (``Zero``). A percentage is a number
made of two: it may stand only where both of them do.

Not taken into account: a reader who knows our choice among numbers to hold back; the difference between an old figure
and the same one with late data; and which tables are made at all (never age by cause by place for others).

>>> shown = protected(table("anbragte", {"nord": {"pige": 3, "dreng": 20}, "syd": {"pige": 15, "dreng": 30}}))
>>> [name for name, each in shown.items() if each.why is Why.SMALL]
['anbragte/nord/pige']
>>> sum(each.number is None for each in shown.values())  # its row and its column would have given it back
4
>>> protected(share("i tide", counted=36, out_of=40))["i tide"].told  # or the four others could be worked out
'ikke vist'
"""

from pejl.small_numbers.grids import Grid, Sum, share, table, together
from pejl.small_numbers.hiding import CannotProtect, protected
from pejl.small_numbers.marks import SMALLEST, Shown, Why, Zero

__all__ = [
    "SMALLEST",
    "CannotProtect",
    "Grid",
    "Shown",
    "Sum",
    "Why",
    "Zero",
    "protected",
    "share",
    "table",
    "together",
]
