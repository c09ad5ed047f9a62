"""Every indicator by example: what do a few invented children give, and what may be told of it outside?"""

from tests.spec import figures_help, figures_inquiry, figures_intake, figures_people, figures_placed
from tests.spec.figure import Figure

EXAMPLES: tuple[Figure, ...] = (
    *figures_intake.EXAMPLES,
    *figures_inquiry.EXAMPLES,
    *figures_help.EXAMPLES,
    *figures_placed.EXAMPLES,
    *figures_people.EXAMPLES,
)
