"""From which papers is each thing known?"""

from typing import Final

STATUS: Final = "Norddjurs Kommune, statusnotat august 2025"
ITEM: Final = "Norddjurs Kommune, sagsfremstilling til Børne- og Ungdomsudvalget 18. april 2024"
INVENTED: Final = "Opdigtet eksempel; papirerne siger det ikke"
