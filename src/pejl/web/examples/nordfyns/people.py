"""Who works in the example? All invented; only the posts and the units are the paper's."""

from typing import Final

CENTER: Final = "Børn og Familie"
DEPARTMENT: Final = "Myndighed"
TEAM: Final = "Myndighed, rådgiverne"
# User name, name, role, unit.
PEOPLE: Final = (
    ("gerda", "Gerda Bogøvang", "centerchef", CENTER),
    ("ivar", "Ivar Sletteager", "afdelingsleder", DEPARTMENT),
    ("dagny", "Dagny Vigerskov", "teamleder", TEAM),
    ("asger", "Asger Kappendal", "raadgiver", TEAM),
    ("tora", "Tora Hasmarkby", "raadgiver", TEAM),
    ("sigurd", "Sigurd Klintebjerg", "raadgiver", TEAM),
    ("elna", "Elna Gyngstrup", "raadgiver", TEAM),
    ("rigmor", "Rigmor Uggerslev", "raadgiver", TEAM),
)
