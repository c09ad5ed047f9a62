"""Who works in the example? All invented; only the posts are the papers'. The department has no head of its own yet."""

from typing import Final

CENTER: Final = "Center for Børn, Unge og Familier"
DEPARTMENT: Final = "Familieafdelingen"
TEAMS: Final = ("Børneteamet", "Ungeteamet")
# User name, name, role, unit.
PEOPLE: Final = (
    ("inger", "Inger Klitmark", "centerchef", CENTER),
    ("hanne", "Hanne Sejerbæk", "teamleder", "Børneteamet"),
    ("torben", "Torben Rørvigsen", "teamleder", "Ungeteamet"),
    ("lykke", "Lykke Strandager", "raadgiver", "Børneteamet"),
    ("emil", "Emil Lammemark", "raadgiver", "Ungeteamet"),
)
