"""Who works in the example? All invented; only the posts are the papers'."""

from typing import Final

CENTER: Final = "Velfærdsforvaltningen"
DEPARTMENT: Final = "Børne- og Familieområdet"
TEAM: Final = "Børne- og Familierådgivningen"
# User name, name, role, unit. Signe is the head who begins on 18 August 2025.
PEOPLE: Final = (
    ("dorthe", "Dorthe Lystrupgaard", "centerchef", CENTER),
    ("signe", "Signe Kastbjergvang", "afdelingsleder", DEPARTMENT),
    ("bent", "Bent Rougsøholm", "teamleder", TEAM),
    ("line", "Line Gjerrildvang", "raadgiver", TEAM),
    ("ole", "Ole Fjellerupdal", "ungekreds", CENTER),
)
