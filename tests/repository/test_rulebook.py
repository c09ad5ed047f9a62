"""Does every operation of the language meet both engines, and does everything in the vocabulary have a use?"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings

from pejl import rules as language
from pejl.events import KIND_BY_KEY, KINDS, Kind, Privacy
from pejl.rulebook import RULEBOOK
from pejl.rules import Rulebook
from pejl.web.cases.forms.courses import PLACES
from tests.properties.generated import rulebooks

ROOT = Path(__file__).parents[2]

# Classes of pejl.rules that are no operations of the language, and why.
NOT_OPERATIONS = {
    "Rule": "is what the operations make up",
    "Rulebook": "is the list of rules",
}

# Events about the ledger itself, which the engines read without a rule.
OF_THE_LEDGER = {"rettelse", "kilde_daekker"}


def _parts(value: object) -> Iterator[object]:
    yield value
    if isinstance(value, tuple | frozenset):
        for each in value:
            yield from _parts(each)
    elif is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            yield from _parts(getattr(value, each.name))


def test_every_operation_turns_up_in_generated_rulebooks() -> None:
    seen: set[str] = set()

    @settings(max_examples=200, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(rulebook=rulebooks())
    def look(rulebook: Rulebook) -> None:
        seen.update(type(part).__name__ for rule in rulebook.rules for part in _parts(rule))

    look()
    operations = {
        name
        for name, value in vars(language).items()
        if isinstance(value, type) and is_dataclass(value) and value.__module__ == language.__name__
    }
    assert operations - seen == set(NOT_OPERATIONS) - {"Rule"}
    assert set(NOT_OPERATIONS) <= operations


def test_every_kind_of_event_is_used() -> None:
    named = {part.key for rule in RULEBOOK.rules for part in _parts(rule) if isinstance(part, Kind)}
    mapping = (ROOT / "mappings/eksempel-udtraek.toml").read_text(encoding="utf-8")
    imported = {kind.key for kind in KINDS if kind.key in mapping}
    assert set(KIND_BY_KEY) - named - imported - set(PLACES) - OF_THE_LEDGER == set()


def test_every_field_is_declared_personal_or_not() -> None:
    for kind in KINDS:
        for each in kind.fields:
            assert each.privacy in Privacy, each.name
            # Free text is never harmless, except where it holds a paragraph or an id.
            if each.type == "tekst" and each.name not in {"paragraf", "slags", "replaces"}:
                assert each.privacy is not Privacy.HARMLESS, each.name


def test_the_changelog_names_every_row_of_law_that_a_rule_carries() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert [rule.cites.row for rule in RULEBOOK.rules if rule.cites.row not in changelog] == []
