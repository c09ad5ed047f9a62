"""Which rows do the figures and the papers keep? This file only gathers them."""

from pejl.web.insight.models.figures import HandFigure as HandFigure
from pejl.web.insight.models.figures import Measured as Measured
from pejl.web.insight.models.figures import Measuring as Measuring
from pejl.web.insight.models.papers import Paper as Paper
from pejl.web.insight.models.papers import PaperEdition as PaperEdition
from pejl.web.insight.models.papers import PaperPart as PaperPart
from pejl.web.insight.models.papers import PaperRelease as PaperRelease
from pejl.web.insight.models.papers import SmallNumberDecision as SmallNumberDecision
