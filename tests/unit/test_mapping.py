"""Is a mapping file read as its author meant it, and is every mistake in it named with its place?"""

import re
from datetime import date
from pathlib import Path

import pytest

from pejl.events import KIND_BY_KEY, UNDERRETTER
from pejl.importers import ImportRefused, read_mapping
from pejl.importers.layout import KindChoice, Mapping, Moment
from pejl.importers.section import MAX_TOML_BYTES
from tests.repository.tracked import ROOT
from tests.small_lists import MAPPING, mapping_of

EXAMPLE = ROOT / "mappings/eksempel-udtraek.toml"
RECIPE = ROOT / "docs/gør/skriv-en-mapping.md"
SOUND = MAPPING.format(complete="true")


@pytest.fixture(scope="module")
def example() -> Mapping:
    return read_mapping(EXAMPLE)


def test_the_example_says_what_it_covers(example: Mapping) -> None:
    assert example.source == "nordby-fagsystem"
    assert example.pulled == date(2026, 6, 30)
    assert example.complete
    assert set(example.coverage.values()) == {date(2024, 2, 1)}
    assert {"underretning_modtaget", "anbringelse_ophoert", "raadgiver_tildelt"} <= example.coverage.keys()
    # Nothing that the lists lack is promised, so its absence is unknown and never overdue.
    assert not {"plan_lavet", "tilsynsbesoeg", "tilbagemelding_underretter", "sag_afsluttet"} & example.coverage.keys()


def test_the_example_maps_each_code_to_a_choice(example: Mapping) -> None:
    codes = example.lists[0].events[0].fields[0].codes
    assert codes["anonym"] == "anonym"
    assert codes["skole eller andet uddannelsessted"] == "skole"
    assert set(codes.values()) <= UNDERRETTER.choices.keys()


def test_a_day_has_the_same_hour_everywhere(example: Mapping) -> None:
    received = Moment("Modtaget dato", "Modtaget kl.")
    assert example.lists[0].key_moment == received
    assert example.lists[0].contradictions[0][0] == received


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("§ 46", "anbringelse_ivaerksat"),
        (" §  46, stk. 1 ", "anbringelse_ivaerksat"),
        ("§ 460", "indsats_ivaerksat"),
        ("§ 32, stk. 1, nr. 3", "indsats_ivaerksat"),
    ],
)
def test_the_paragraph_decides_the_kind(cell: str, kind: str) -> None:
    choice = KindChoice("indsats_ivaerksat", "Paragraf", (("§ 46", "anbringelse_ivaerksat"),))
    assert choice.kind_of(cell) == kind


def test_a_longer_beginning_counts_before_a_shorter(tmp_path: Path) -> None:
    text = SOUND.replace(
        'slags = "kvittering_sendt"',
        'slags = { kolonne = "Fra", vaerdier = { "A" = "notat", "A b" = "kvittering_sendt" } }',
    )
    choice = mapping_of(text, tmp_path).lists[0].events[2].kind
    assert choice.kind_of("a B c") == "kvittering_sendt"
    assert choice.kind_of("a c") == "notat"
    assert not choice.names("c")


def test_events_about_the_case_have_no_thread(tmp_path: Path) -> None:
    text = SOUND.replace("kvittering_sendt", "sag_afsluttet")
    assert [event.whole_case for event in mapping_of(text, tmp_path).lists[0].events] == [False, False, True]


def test_keys_may_be_written_with_danish_letters(tmp_path: Path) -> None:
    text = SOUND.replace("raekkenoegle", '"rækkenøgle"').replace("raadgiver =", '"rådgiver" =')
    assert mapping_of(text, tmp_path) == mapping_of(SOUND, tmp_path)


def test_a_list_may_begin_on_a_day_of_its_own(tmp_path: Path) -> None:
    text = SOUND.replace("fra = 2024-01-01", "").replace('sag = "Sag"', 'sag = "Sag"\nfra = 2025-05-01')
    assert mapping_of(text, tmp_path).coverage["underretning_modtaget"] == date(2025, 5, 1)


def test_two_of_a_kind_in_a_row_are_told_apart(tmp_path: Path) -> None:
    text = SOUND.replace("kvittering_sendt", "vurdering_24_timer")
    events = mapping_of(text, tmp_path).lists[0].events
    assert [event.ordinals for event in events[1:]] == [{"vurdering_24_timer": 1}, {"vurdering_24_timer": 2}]


def test_the_same_value_for_every_row(tmp_path: Path) -> None:
    text = SOUND.replace('dato = "Kvittering"', 'dato = "Kvittering"').replace(
        'felter.underretter = { kolonne = "Fra", koder = { Skole = "skole", Anonym = "anonym" } }',
        'felter = { underretter = { fast = "andre" }, ufoedt = "Fra" }',
    )
    fixed, yesno = mapping_of(text, tmp_path).lists[0].events[0].fields
    assert (fixed.constant, fixed.column) == ("andre", "")
    assert yesno.codes["ja"] is True


# --- what is wrong, and where -------------------------------------------------------------------------------

PLACE = "Mappingen »lille.toml«"
MISTAKES = {
    # what to write instead of what, and what the refusal says
    "misspelt key": ("komplet", "komplt", "Nøglen »komplt« kendes ikke her. Mente du »komplet«?"),
    "misspelt key in a list": ("raadgiver", "raadgivr", f"{PLACE}, lister, underretninger: Nøglen »raadgivr«"),
    "misspelt key in an event": (
        'klokkeslaet = "Kl."',
        'klokkeslæt = "Kl."',
        "er ikke gyldig TOML",  # æ needs quotation marks
    ),
    "unknown key in an event": (
        'klokkeslaet = "Kl."',
        'klokken = "Kl."',
        f"{PLACE}, lister, underretninger, haendelser nr. 1: Nøglen »klokken« kendes ikke her. Mente du »klokkeslaet«?",
    ),
    "missing key": ('sag = "Sag"', "", "»sag« mangler"),
    "unknown kind": ('"vurdering_24_timer"\ndato', '"vurdering_24timer"\ndato', "Mente du »vurdering_24_timer«?"),
    "bookkeeping kind": ('"kvittering_sendt"', '"rettelse"', "»rettelse« findes ikke"),
    "field of another kind": ("felter.underretter =", "felter.paragraf =", "»paragraf« hører ikke til"),
    "value outside the choices": ('"skole"', '"skoler"', "kan ikke være »skoler«. Mente du »skole«?"),
    "choices without codes": (
        '{ kolonne = "Fra", koder = { Skole = "skole", Anonym = "anonym" } }',
        '"Fra"',
        "har faste værdier. Skriv en tabel med »kolonne« og »koder«",
    ),
    "code twice": ("Anonym =", 'SKOLE = "andre", Anonym =', "Koden »SKOLE« står to gange"),
    "constant of another type": (
        '{ kolonne = "Fra", koder = { Skole = "skole", Anonym = "anonym" } }',
        "{ fast = 7 }",
        "kan ikke være »7«",
    ),
    "covers what no event gives": ('daekker = ["', 'daekker = ["plan_lavet", "', "»daekker« nævner »plan_lavet«"),
    "two hours for a day": ('dato = "Kvittering"', 'dato = "Modtaget"', "»Modtaget« har to forskellige klokkeslæt"),
    "adviser twice": ('"kvittering_sendt"', '"raadgiver_tildelt"', "giver begge »raadgiver_tildelt«"),
    "reserved source": ('kilde = "lille"', 'kilde = "Pejl"', "et andet navn end »pejl«"),
    "text without quotation marks": ('kilde = "lille"', "kilde = 7", "»kilde« skal være en tekst"),
    "empty text": ('sag = "Sag"', 'sag = "  "', "»sag« skal være en tekst"),
    "flag in quotation marks": ("komplet = true", 'komplet = "ja"', "»komplet« skal være true eller false"),
    "day in quotation marks": ("fra = 2024-01-01", 'fra = "2024-01-01"', "»fra« skal være en dato"),
    "no first day": ("fra = 2024-01-01", "", "»fra« mangler"),
    "first day long ago": ("fra = 2024-01-01", "fra = 1024-01-01", "»fra« skal være en dag i årene 1990"),
    "row zero": ('sag = "Sag"', 'sag = "Sag"\noverskriftsraekke = 0', "et helt tal fra 1"),
    "unknown separator": ('kilde = "lille"', 'kilde = "lille"\nskilletegn = "|"', "»skilletegn« skal være"),
    "list instead of table": ('{ foerst = "Modtaget", sidst = "Vurderet" }', '"Modtaget"', "en tabel med nøgler"),
    "table instead of list": ('vaerdier = ["I alt"]', 'vaerdier = "I alt"', "en liste i kantede parenteser"),
    "nothing to omit": ('vaerdier = ["I alt"]', "vaerdier = []", "»vaerdier« mangler"),
    "no codes": ('koder = { Skole = "skole", Anonym = "anonym" }', "koder = {}", "en tabel med mindst én linje"),
    "key in two spellings": ('sag = "Sag"', 'sag = "Sag"\n"rækkenøgle" = "Nr."', "står to gange"),
    "no events": (SOUND[SOUND.index("[[") :], "", "ingen hændelser"),
    "choices without codes in a table": (
        '{ kolonne = "Fra", koder = { Skole = "skole", Anonym = "anonym" } }',
        '{ kolonne = "Fra" }',
        "har faste værdier",
    ),
    "not TOML": ("[lister.underretninger]", "[lister.underretninger", "er ikke gyldig TOML"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_named_with_its_place(tmp_path: Path, mistake: str) -> None:
    right, wrong, says = MISTAKES[mistake]
    assert right in SOUND
    text = SOUND.replace(right, wrong)
    if mistake == "no events":
        text = text.replace('raadgiver = "Rådgiver"', "")
    with pytest.raises(ImportRefused, match=re.escape(says)) as refused:
        mapping_of(text, tmp_path)
    assert str(refused.value).startswith(PLACE)
    assert str(refused.value).endswith((".", "?"))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (SOUND.encode("utf-16"), "er ikke tekst i UTF-8"),
        (b"x = " + b"[" * 100_000, "er ikke gyldig TOML"),
        (b"#" * (MAX_TOML_BYTES + 1), "fylder over 1 MB"),
        (b"", "»lister« mangler|»kilde« mangler"),
        (b'kilde = "x"\nfra = 2024-01-01\n[lister]\n', "Der er ingen lister"),
        (SOUND.split("[[lister")[0].encode(), "nævner|ingen hændelser"),
    ],
)
def test_a_file_that_is_no_mapping(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "anden.toml"
    path.write_bytes(content)
    with pytest.raises(ImportRefused, match=says):
        read_mapping(path)


def test_a_mapping_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused, match="findes ikke eller kan ikke åbnes"):
        read_mapping(tmp_path / "ingen.toml")
    with pytest.raises(ImportRefused, match="findes ikke eller kan ikke åbnes"):
        read_mapping(tmp_path)


# --- the recipe ---------------------------------------------------------------------------------------------


def fragments() -> list[str]:
    """The pieces of TOML on the recipe's page, in order."""
    return re.findall(r"^```toml\n(.*?)^```", RECIPE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def test_the_recipe_builds_a_mapping_that_can_be_read(tmp_path: Path) -> None:
    mapping = mapping_of("\n".join(fragments()), tmp_path)
    assert len(fragments()) > 3
    assert {each.name for each in mapping.lists} == {"underretninger", "indsatser"}


def test_the_recipe_names_every_key(tmp_path: Path) -> None:
    page = RECIPE.read_text(encoding="utf-8")
    read = (ROOT / "src/pejl/importers/mapping.py").read_text(encoding="utf-8")
    asked = set(
        re.findall(r'(?:text|text_or|texts|has|day|flag_or|number_or|table|tables|named_tables|entries)\("(\w+)"', read)
    )
    assert {"kilde", "raekkenoegle", "traadnoegle", "fast"} <= asked
    assert {key for key in asked if f"`{key}`" not in page} == set()


def test_the_recipe_names_only_kinds_that_exist() -> None:
    named = re.findall(r'"([a-z]+_[a-z0-9_]+)"', "\n".join(fragments()))
    fields = {"skole", "sundhedsvaesen", "anonym"}
    assert {name for name in named if name not in fields} <= KIND_BY_KEY.keys()
