"""Does a row become the right events, and is what cannot be used listed with its reason? One rule at a time."""

from datetime import UTC, date, datetime
from pathlib import Path

import polars as pl
import pytest

from pejl.events import Field, FieldType, Privacy
from pejl.importers import (
    cells,
    identity,
    import_extract,
    read_mapping,
)
from pejl.importers.importer import REJECT_SCHEMA, Imported
from pejl.importers.layout import FieldSource
from pejl.ledger import EVENT_SCHEMA, check_ledger, write_table
from tests.repository.tracked import ROOT
from tests.small_lists import (
    FIELDS,
    FILLED_IN,
    HEADINGS,
    MAPPING,
    RECORDED_AT,
    happened,
    lines_of,
    mapping_of,
    of_kind,
    pulled,
    row,
    small_mapping,
    write_list,
)

SAMPLES = ROOT / "tests/samples"
NORDBY = SAMPLES / "udtraek-nordby.xlsx"


def days(imported: Imported, kind: str) -> list[date]:
    return of_kind(imported, kind)["day"].to_list()


# --- the samples --------------------------------------------------------------------------------------------


def test_nordby() -> None:
    mapping = read_mapping(ROOT / "mappings/eksempel-udtraek.toml")
    imported = import_extract(NORDBY, mapping=mapping, ledger=None, recorded_at=RECORDED_AT)
    notifications, investigations, efforts = imported.counts
    assert of_kind(imported, "underretning_modtaget").height == 1875
    assert (notifications.read, notifications.rejected, notifications.doubles, notifications.omitted) == (
        1904,
        19,
        9,
        1,
    )
    assert (investigations.read, efforts.read) == (300, 141)
    assert imported.rejects["kind"].value_counts().sort("kind").rows() == [
        ("afvist", 19),
        ("dobbelt", 9),
        ("udeladt", 1),
    ]
    assert imported.rejects.filter(pl.col("kind") == "udeladt")["row"].item() == 1908
    assert check_ledger(imported.events).is_empty()


def test_nordby_in_numbers_that_can_be_counted_by_hand() -> None:
    mapping = read_mapping(ROOT / "mappings/eksempel-udtraek.toml")
    events = import_extract(NORDBY, mapping=mapping, ledger=None, recorded_at=RECORDED_AT).events
    first = events.filter(pl.col("thread_id") == "underretninger:U000001").sort("day", "at")
    assert first.select("case_id", "kind", "day", "at", "f_underretter").rows() == [
        (
            "NO-2024-00001",
            "underretning_modtaget",
            date(2024, 2, 1),
            datetime(2024, 2, 1, 15, 4, tzinfo=UTC),
            "sundhedsvaesen",
        ),
        ("NO-2024-00001", "vurdering_24_timer", date(2024, 2, 1), datetime(2024, 2, 1, 18, 7, tzinfo=UTC), None),
        ("NO-2024-00001", "kvittering_sendt", date(2024, 2, 7), None, None),
    ]
    placed = events.filter(pl.col("thread_id") == "indsatser:I00003").sort("day", "kind")
    assert placed.select("kind", "day", "f_paragraf").rows() == [
        ("afgoerelse_truffet", date(2024, 5, 11), "§ 46"),
        ("anbringelse_ivaerksat", date(2024, 5, 12), "§ 46"),
        ("anbringelse_ophoert", date(2024, 6, 1), None),
    ]
    assert events.filter(pl.col("thread_id") == "undersoegelser:B00001")["f_behov_kendt"].drop_nulls().to_list() == [
        date(2024, 2, 1)
    ]


@pytest.mark.parametrize("what", ["haendelser", "afvist"])
def test_skovby_gives_what_was_approved(tmp_path: Path, what: str) -> None:
    """To approve a change, look at the file that the failure names and copy it over the approved one."""
    mapping = read_mapping(SAMPLES / "udtraek-skovby.toml")
    imported = import_extract(SAMPLES / "udtraek-skovby.csv", mapping=mapping, ledger=None, recorded_at=RECORDED_AT)
    filled_in = [
        column.name for column in imported.events if not (column.is_null() | (column.cast(pl.String) == "")).all()
    ]
    table = imported.events.select(filled_in) if what == "haendelser" else imported.rejects
    found = tmp_path / f"udtraek-skovby.{what}.forventet.csv"
    write_table(table, found)
    assert found.read_text(encoding="utf-8") == (SAMPLES / found.name).read_text(encoding="utf-8")


# --- one row ------------------------------------------------------------------------------------------------


def test_a_row_gives_its_events(tmp_path: Path) -> None:
    imported = pulled([FILLED_IN], tmp_path)
    events = happened(imported.events).sort("day", "kind")
    assert imported.rejects.is_empty()
    assert imported.rejects.schema == REJECT_SCHEMA
    assert imported.events.schema == EVENT_SCHEMA
    assert events.select("case_id", "thread_id", "kind", "day", "at", "done_by", "f_underretter").rows() == [
        ("S1", "", "raadgiver_tildelt", date(2024, 2, 1), datetime(2024, 2, 1, 8, tzinfo=UTC), "AHO", None),
        (
            "S1",
            "underretninger:U1",
            "underretning_modtaget",
            date(2024, 2, 1),
            datetime(2024, 2, 1, 8, tzinfo=UTC),
            "",
            "skole",
        ),
        (
            "S1",
            "underretninger:U1",
            "vurdering_24_timer",
            date(2024, 2, 2),
            datetime(2024, 2, 2, 9, tzinfo=UTC),
            "",
            None,
        ),
        ("S1", "underretninger:U1", "kvittering_sendt", date(2024, 2, 5), None, "", None),
    ]
    assert set(events["recorded_at"]) == {RECORDED_AT}
    assert set(events["source"]) == {"lille"}
    assert imported.new == imported.events.height == 6


def test_a_source_says_what_it_covers(tmp_path: Path) -> None:
    covers = pulled([FILLED_IN], tmp_path).events.filter(pl.col("kind") == "kilde_daekker")
    assert covers.select("case_id", "day", "f_slags", "f_trukket").sort("f_slags").rows() == [
        ("", date(2024, 1, 1), "underretning_modtaget", date(2026, 6, 30)),
        ("", date(2024, 1, 1), "vurdering_24_timer", date(2026, 6, 30)),
    ]


def test_without_a_day_of_the_pull_it_is_the_day_of_registration(tmp_path: Path) -> None:
    mapping = mapping_of(MAPPING.format(complete="true").replace("trukket = 2026-06-30", ""), tmp_path)
    late = datetime(2026, 6, 30, 22, 30, tzinfo=UTC)  # half past midnight in Denmark
    imported = pulled([row(Kvittering="02-07-2026")], tmp_path, mapping=mapping, recorded_at=late)
    assert set(imported.events["f_trukket"].drop_nulls()) == {date(2026, 7, 1)}
    assert days(imported, "kvittering_sendt") == [date(2026, 7, 2)]


def test_an_id_is_made_of_source_list_key_and_kind(tmp_path: Path) -> None:
    one, other = pulled([FILLED_IN], tmp_path), pulled([row(Sag="S2", Fra="Anonym"), row(Nr="U2")], tmp_path)
    same = happened(one.events).join(happened(other.events), on=["event_id", "kind"], how="semi")
    assert same.height == happened(one.events).height
    assert other.events["event_id"].is_unique().all()
    assert one.events["event_id"].str.len_chars().unique().to_list() == [identity.SLOT_DIGITS]


def test_two_events_of_a_kind_in_a_row_have_two_ids(tmp_path: Path) -> None:
    mapping = mapping_of(MAPPING.format(complete="true").replace("kvittering_sendt", "vurdering_24_timer"), tmp_path)
    assessed = of_kind(pulled([FILLED_IN], tmp_path, mapping=mapping), "vurdering_24_timer")
    assert assessed["event_id"].n_unique() == 2
    assert assessed["event_id"].str.head(identity.ROW_DIGITS).n_unique() == 1


def test_recorded_at_needs_a_time_zone(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="has no time zone"):
        pulled([FILLED_IN], tmp_path, recorded_at=datetime(2026, 7, 1))  # noqa: DTZ001 -- the subject is a missing zone


# --- days and hours -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["05-02-2024", "5-2-2024", "5.2.24", "05.02.24", "5.2.2024", "2024-02-05", " 5.2.24 "])
def test_a_day_is_written_in_many_ways(tmp_path: Path, text: str) -> None:
    assert days(pulled([row(Kvittering=text)], tmp_path), "kvittering_sendt") == [date(2024, 2, 5)]


@pytest.mark.parametrize(
    "text",
    [
        "ukendt",
        "31-02-2025",
        "2025-13-01",
        "05-02-24",
        "2024-2-5",
        "2/5/2024",
        "45327",
        "5.2",
        "31-12-1989",
        "02-07-2026",
    ],
)
def test_a_day_that_cannot_be_read_leaves_its_event_out(tmp_path: Path, text: str) -> None:
    imported = pulled([row(Kvittering=text)], tmp_path)
    assert days(imported, "kvittering_sendt") == []
    assert lines_of(imported, "advarsel") == [(2, "Kvittering", text)]
    assert days(imported, "underretning_modtaget") == [date(2024, 2, 1)]


def test_the_day_after_the_pull_can_be_true(tmp_path: Path) -> None:
    assert days(pulled([row(Kvittering="01-07-2026")], tmp_path), "kvittering_sendt") == [date(2026, 7, 1)]


@pytest.mark.parametrize("text", ["09:00", "9:00", "kl. 09.00", "kl. 9.00", "Kl 09.00", "09:00:00", "kl. 09:00"])
def test_an_hour_is_written_in_many_ways(tmp_path: Path, text: str) -> None:
    received = of_kind(pulled([row(Kl=text)], tmp_path), "underretning_modtaget")
    assert received["at"].item() == datetime(2024, 2, 1, 8, tzinfo=UTC)


@pytest.mark.parametrize("text", ["09.00", "25:00", "09:60", "morgen", "0.375"])
def test_an_hour_that_cannot_be_read_is_unknown(tmp_path: Path, text: str) -> None:
    imported = pulled([row(Kl=text)], tmp_path)
    assert of_kind(imported, "underretning_modtaget")["at"].item() is None
    assert lines_of(imported, "advarsel") == [(2, "Kl.", text)]


@pytest.mark.parametrize("text", ["01-02-2024 09:00", "1.2.24 kl. 9.00", "2024-02-01T09:00:00", "2024-02-01, 09:00"])
def test_day_and_hour_may_stand_in_one_cell(tmp_path: Path, text: str) -> None:
    received = of_kind(pulled([row(Modtaget=text, Kl="")], tmp_path), "underretning_modtaget")
    assert received.select("day", "at").row(0) == (date(2024, 2, 1), datetime(2024, 2, 1, 8, tzinfo=UTC))


def test_an_hour_of_its_own_counts_before_the_one_beside_the_day(tmp_path: Path) -> None:
    received = of_kind(pulled([row(Modtaget="01-02-2024 00:00")], tmp_path), "underretning_modtaget")
    assert received["at"].item() == datetime(2024, 2, 1, 8, tzinfo=UTC)


def test_an_hour_beside_the_day_that_cannot_be_read_is_unknown(tmp_path: Path) -> None:
    imported = pulled([row(Modtaget="01-02-2024 25:00", Kl="")], tmp_path)
    assert of_kind(imported, "underretning_modtaget").select("day", "at").row(0) == (date(2024, 2, 1), None)
    assert lines_of(imported, "advarsel") == [(2, "Kl.", "")]


@pytest.mark.parametrize(
    ("text", "clock", "at", "doubt"),
    [
        ("27-10-2024", "02:30", datetime(2024, 10, 27, 0, 30, tzinfo=UTC), "dobbelt"),
        ("31-03-2024", "02:30", datetime(2024, 3, 31, 1, 30, tzinfo=UTC), "findes_ikke"),
        ("27-10-2024", "03:00", datetime(2024, 10, 27, 2, 0, tzinfo=UTC), None),
    ],
)
def test_the_two_odd_nights(tmp_path: Path, text: str, clock: str, at: datetime, doubt: str | None) -> None:
    imported = pulled([row(Modtaget=text, Kl=clock, Vurderet="", Vurderet_kl="")], tmp_path)
    received = of_kind(imported, "underretning_modtaget")
    assert received.select("day", "at", "f_tid_usikker").row(0) == (cells.day_of(text), at, doubt)
    assert lines_of(imported, "advarsel") == ([(2, "Kl.", clock)] if doubt else [])


# --- whole rows left out ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "column"),
    [
        ({"Modtaget": "ukendt"}, "Modtaget"),
        ({"Modtaget": ""}, "Modtaget"),
        ({"Sag": ""}, "Sag"),
        ({"Nr": ""}, "Nr."),
        ({"Vurderet": "31-01-2024"}, "Vurderet"),
        ({"Vurderet": "01-02-2024", "Vurderet_kl": "08:59"}, "Vurderet"),
    ],
)
def test_a_row_is_rejected_whole(tmp_path: Path, changes: dict[str, str], column: str) -> None:
    imported = pulled([row(**changes)], tmp_path)
    assert happened(imported.events).is_empty()
    assert [(line[0], line[1]) for line in lines_of(imported, "afvist")] == [(2, column)]
    assert imported.counts[0].rejected == 1
    assert all(reason.endswith(".") for reason in imported.rejects["reason"])


@pytest.mark.parametrize(
    "changes",
    [
        {"Vurderet": "01-02-2024", "Vurderet_kl": "09:00"},
        {"Vurderet": "01-02-2024", "Vurderet_kl": ""},
        {"Vurderet": "01-02-2024", "Vurderet_kl": "08:00", "Kl": ""},
        {"Vurderet": "", "Vurderet_kl": "08:00"},
        {"Kvittering": "01-01-2024"},  # the mapping does not call that a contradiction
        # The second of the two hours, perhaps.
        {"Modtaget": "27-10-2024", "Kl": "02:50", "Vurderet": "27-10-2024", "Vurderet_kl": "02:10"},
    ],
)
def test_what_does_not_surely_contradict_is_kept(tmp_path: Path, changes: dict[str, str]) -> None:
    imported = pulled([row(**changes)], tmp_path)
    assert lines_of(imported, "afvist") == []
    assert of_kind(imported, "underretning_modtaget").height == 1


def test_a_row_with_two_faults_has_two_lines_and_counts_once(tmp_path: Path) -> None:
    imported = pulled([row(Sag="", Vurderet="31-01-2024")], tmp_path)
    assert len(lines_of(imported, "afvist")) == 2
    assert imported.counts[0].rejected == 1


def test_rows_that_are_no_rows_of_the_list(tmp_path: Path) -> None:
    imported = pulled([FILLED_IN, ["  I ALT", "", "1"], ["", " "]], tmp_path)
    assert lines_of(imported, "udeladt") == [(3, "Nr.", "I ALT")]
    count = imported.counts[0]
    assert (count.read, count.omitted, count.rejected) == (2, 1, 0)


def test_a_row_whose_cells_have_moved(tmp_path: Path) -> None:
    path = write_list([FILLED_IN], tmp_path / "lille.csv")
    with path.open("a", encoding="utf-8") as file:
        file.write("U2;S2;01-02-2024;09:00;Skole;;;;AHO;og;mere\nU3;S3;01-02-2024;;Skole;;;;;;;\n")
    imported = import_extract(path, mapping=small_mapping(tmp_path), ledger=None, recorded_at=RECORDED_AT)
    assert lines_of(imported, "afvist") == [(3, "Nr.", "U2")]
    assert of_kind(imported, "underretning_modtaget")["case_id"].sort().to_list() == ["S1", "S3"]


# --- doubles and conflicts ----------------------------------------------------------------------------------


def test_a_double_is_counted_once_and_the_fuller_row_is_kept(tmp_path: Path) -> None:
    poorer = row(Modtaget="1.2.24", Kl="kl. 9.00", Fra=" SKOLE ", Kvittering="", Rådgiver="aho")
    imported = pulled([poorer, FILLED_IN], tmp_path)
    assert lines_of(imported, "dobbelt") == [(2, "Nr.", "U1")]
    assert imported.rejects["reason"].item() == "Rækken står også som række 3, og den tælles én gang."
    assert days(imported, "kvittering_sendt") == [date(2024, 2, 5)]
    assert happened(imported.events).height == 4


@pytest.mark.parametrize(
    "changes",
    [
        {"Sag": "S2"},
        {"Modtaget": "03-01-2024"},
        {"Kl": "09:01"},
        {"Fra": "Anonym"},
        {"Fra": "andet"},
        {"Rådgiver": "BKR"},
    ],
)
def test_rows_that_differ_under_one_key_are_both_rejected(tmp_path: Path, changes: dict[str, str]) -> None:
    imported = pulled([FILLED_IN, row(**changes), row(Nr="U2")], tmp_path)
    assert lines_of(imported, "konflikt") == [(2, "Nr.", "U1"), (3, "Nr.", "U1")]
    assert imported.counts[0].conflicts == 2
    assert days(imported, "underretning_modtaget") == [date(2024, 2, 1)]


def test_three_rows_of_which_two_differ_are_a_conflict(tmp_path: Path) -> None:
    imported = pulled([row(Kvittering=""), FILLED_IN, row(Kvittering="06-02-2024")], tmp_path)
    assert len(lines_of(imported, "konflikt")) == 3
    assert happened(imported.events).is_empty()


def test_free_text_never_makes_a_conflict(tmp_path: Path) -> None:
    text = MAPPING.format(complete="true").replace('dato = "Vurderet"', 'dato = "Vurderet"\nfelter.vurdering = "Fra"')
    text = text.replace('felter.underretter = { kolonne = "Fra", koder = { Skole = "skole", Anonym = "anonym" } }', "")
    imported = pulled([row(Fra="Kort"), row(Fra="Lidt længere")], tmp_path, mapping=mapping_of(text, tmp_path))
    assert len(lines_of(imported, "dobbelt")) == 1


def test_a_double_of_a_rejected_row_is_one_of_each(tmp_path: Path) -> None:
    imported = pulled([row(Modtaget="ukendt"), row(Modtaget="Ukendt")], tmp_path)
    assert (imported.counts[0].rejected, imported.counts[0].doubles) == (1, 1)


# --- codes, fields, free text -------------------------------------------------------------------------------


def test_an_unknown_code_leaves_the_field_empty(tmp_path: Path) -> None:
    imported = pulled([row(Fra="Naboen")], tmp_path)
    assert of_kind(imported, "underretning_modtaget")["f_underretter"].item() is None
    assert lines_of(imported, "advarsel") == [(2, "Fra", "Naboen")]


def test_unmapped_columns_are_never_stored(tmp_path: Path) -> None:
    path = tmp_path / "lille.csv"
    path.write_text(";".join((*HEADINGS, "Bemærkning")) + "\n" + ";".join((*FILLED_IN, "hemmeligt")) + "\n")
    imported = import_extract(path, mapping=small_mapping(tmp_path), ledger=None, recorded_at=RECORDED_AT)
    assert "hemmeligt" not in imported.events.write_csv() + imported.rejects.write_csv()


def fields(tmp_path: Path, *rows: str) -> Imported:
    path = tmp_path / "felter.csv"
    path.write_text("\n".join(["Nr;Sag;Holdt;Næste;Tekst;Besøg;Talt", *rows, ""]), encoding="utf-8")
    return import_extract(path, mapping=mapping_of(FIELDS, tmp_path), ledger=None, recorded_at=RECORDED_AT)


def test_fields_of_each_type(tmp_path: Path) -> None:
    imported = fields(tmp_path, "1;S1;1.2.24;1.8.30;Går  godt;Ja;nej")
    held = of_kind(imported, "opfoelgning_holdt")
    assert held.select("f_naeste_senest", "f_vurdering").row(0) == (date(2030, 8, 1), "Går godt")
    assert of_kind(imported, "tilsynsbesoeg")["f_talt_med_barnet"].item() is False
    assert imported.rejects.is_empty()


def test_fields_that_cannot_be_read_are_empty(tmp_path: Path) -> None:
    imported = fields(tmp_path, "1;S1;1.2.24;snart;;Ja;måske", "2;S1;1.3.24;;;vistnok;")
    assert of_kind(imported, "opfoelgning_holdt")["f_naeste_senest"].to_list() == [None, None]
    assert lines_of(imported, "advarsel") == [(2, "Næste", "snart"), (2, "Talt", "måske"), (3, "Besøg", "vistnok")]


def test_a_course_may_have_a_column_of_its_own(tmp_path: Path) -> None:
    text = MAPPING.format(complete="true").replace('sag = "Sag"', 'sag = "Sag"\ntraad = "forløb"\ntraadnoegle = "Fra"')
    text = text.replace('felter.underretter = { kolonne = "Fra", koder = { Skole = "skole", Anonym = "anonym" } }', "")
    text = text.replace('slags = "kvittering_sendt"', 'slags = "sag_afsluttet"')
    rows = [row(Fra="H 1"), row(Nr="U2", Fra=""), row(Nr="U3", Fra="", Modtaget="", Vurderet="")]
    imported = pulled(rows, tmp_path, mapping=mapping_of(text, tmp_path))
    assert of_kind(imported, "underretning_modtaget")["thread_id"].sort().to_list() == ["", "forløb:H 1"]
    assert set(of_kind(imported, "sag_afsluttet")["thread_id"]) == {""}
    assert lines_of(imported, "advarsel") == [(3, "Fra", "")]


def test_a_number_is_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """No kind of event has a number yet; the vocabulary can."""
    count = FieldSource(Field("antal", "Antal", FieldType.NUMBER, Privacy.HARMLESS), "Antal")
    monkeypatch.setattr(cells, "EVENT_SCHEMA", {"f_antal": pl.Int64()})
    texts = pl.Series(["3", "-", None])
    assert cells.field_values(texts, count, last_day=date(2026, 7, 1)).to_list() == [3, None, None]


# --- advisers -----------------------------------------------------------------------------------------------


def test_an_adviser_is_assigned_when_another_was_named_before(tmp_path: Path) -> None:
    named = [
        ("05-02-2024", "AHO"),
        ("01-02-2024", "aho"),
        ("03-02-2024", ""),
        ("07-02-2024", "BKR"),
        ("09-02-2024", "AHO"),
    ]
    rows = [row(Nr=f"U{n}", Modtaget=day, Rådgiver=who, Vurderet="") for n, (day, who) in enumerate(named)]
    assigned = of_kind(pulled(rows, tmp_path), "raadgiver_tildelt").sort("day")
    assert assigned.select(pl.col("day").dt.day(), "done_by").rows() == [(1, "AHO"), (7, "BKR"), (9, "AHO")]


def test_an_unknown_hour_comes_before_the_known_hours_of_its_day(tmp_path: Path) -> None:
    rows = [row(Nr="U1", Kl="", Rådgiver="BKR"), row(Nr="U2", Kl="09:00"), row(Nr="U3", Sag="S2", Rådgiver="BKR")]
    assigned = of_kind(pulled(rows, tmp_path), "raadgiver_tildelt").sort("case_id", "at", nulls_last=False)
    assert assigned.select("case_id", "done_by").rows() == [("S1", "BKR"), ("S1", "AHO"), ("S2", "BKR")]


def test_a_rejected_row_names_nobody(tmp_path: Path) -> None:
    rows = [row(), row(Nr="U2", Modtaget="03-02-2024", Vurderet="02-02-2024", Rådgiver="BKR")]
    assert of_kind(pulled(rows, tmp_path), "raadgiver_tildelt")["done_by"].to_list() == ["AHO"]
