"""Who works in the example? All invented; only the four units are the paper's."""

from typing import Final

CENTER: Final = "Børn og Familie"
PPR: Final = "PPR"
EFFORTS: Final = "Udføreområdet"
AUTHORITY: Final = "Myndighed"
SHELTER: Final = "Krisecenteret"
# User name, name, role, unit.
PEOPLE: Final = (
    ("inger", "Inger Fladbrovang", "centerchef", CENTER),
    ("poul", "Poul Strømmenholt", "afdelingsleder", PPR),
    ("grethe", "Grethe Gudenåmark", "afdelingsleder", EFFORTS),
    ("rita", "Rita Romaltvang", "afdelingsleder", AUTHORITY),
    ("kamma", "Kamma Fladbækgaard", "afdelingsleder", SHELTER),
    ("asger", "Asger Vorupdal", "raadgiver", AUTHORITY),
)
LEADER: Final = {PPR: "poul", EFFORTS: "grethe", AUTHORITY: "rita", SHELTER: "kamma"}
