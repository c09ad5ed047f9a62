"""pandas: the eight rules as merges and masks, for those who would open a notebook. A part at a time.

Every rule's duties are put in one frame with what they need to know; then one merge finds what met, stopped and
excused them, and masks settle the rest.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd

from bench import pandas_files
from bench.daytable import day_table
from bench.eight import ABUSE, ANONYMOUS, EIGHT, HELP_PARAGRAPHS, HONOUR, PROFESSIONALS
from pejl.dates import local_day
from pejl.events import struck

_COLUMNS: Final = (
    "event_id",
    "case_id",
    "thread_id",
    "kind",
    "day",
    "at",
    "recorded_at",
    "source",
    "f_tid_usikker",
    "f_underretter",
    "f_mistanke_overgreb",
    "f_aeresrelateret",
    "f_begrundelse",
    "f_anden_person",
    "f_behov_kendt",
    "f_paragraf",
    "f_replaces",
    "f_slags",
)
_STARTS: Final = ("underretning_modtaget", "undersoegelse_besluttet")
_DECISIONS: Final = ("afgoerelse_truffet", "udvalgets_afgoerelse")
_PLANS: Final = ("plan_lavet", "plan_revideret")
_HELP: Final = ("indsats_ivaerksat", "anbringelse_ivaerksat")
_CLARIFYING: Final = ("undersoegelse_besluttet", "afdaekning_besluttet")
_CLARIFIED: Final = ("undersoegelse_afsluttet", "afdaekning_afsluttet")
_CASE_OVER: Final = ("sag_afsluttet", "sag_flyttet")
_HELP_OVER: Final = ("indsats_ophoert", "anbringelse_ophoert", *_CASE_OVER)
# Which kinds of event meet, stop and excuse each rule, by its place among the eight.
_MET: Final = (
    ("vurdering_24_timer",),
    ("kvittering_sendt",),
    ("tilbagemelding_underretter",),
    ("undersoegelse_afsluttet",),
    ("foreloebig_vurdering",),
    _PLANS,
    ("opfoelgning_holdt",),
    ("partshoering_indkaldt",),
)
_STOP: Final = (
    *(("kontakt_nedgraderet",),) * 3,
    _CASE_OVER,
    ("undersoegelse_afsluttet", *_CASE_OVER),
    _HELP_OVER,
    _HELP_OVER,
    ("kontakt_nedgraderet", *_CASE_OVER),
)
_EXCUSE: Final = (*((),) * 7, ("partshoering_undladt",))
_REACH: Final = pd.DataFrame(
    [
        (rule, role, kind)
        for role, kinds in (("met", _MET), ("stop", _STOP), ("excuse", _EXCUSE))
        for rule, own in enumerate(kinds)
        for kind in own
    ],
    columns=["rule", "role", "kind"],
)
_KINDS: Final = {"sag_genaabnet", *_STARTS, *_DECISIONS, *_HELP, *_CLARIFYING, *_CLARIFIED, *_REACH["kind"]}

_HELP_NAMED: Final = rf"(?:{'|'.join(HELP_PARAGRAPHS)})(?:,|$)"
_PLACED_WITH_CONSENT: Final = r"§ 46(?:,|$)"
_NEW_LAW: Final = pd.Timestamp(2024, 1, 1)
_HOUR: Final = pd.Timedelta(hours=1)
_BEGUN: Final = ["rule", "case_id", "thread_id", "event_id", "day", "at"]
_DUTY: Final = [*_BEGUN, "sure", "starts_at", "warn_at", "due_at", "reason"]


def run(parts: list[Path], folder: Path, *, as_of: datetime) -> int:
    """Every part by itself: all events of a case stand in the same one."""
    return sum(_run_part(part, folder, as_of=as_of) for part in parts)


def _run_part(part: Path, folder: Path, *, as_of: datetime) -> int:
    judged = judge(pandas_files.read(part, columns=_COLUMNS), as_of=as_of)
    pandas_files.write(judged, folder / part.name)
    return len(judged)


def judge(ledger: pd.DataFrame, *, as_of: datetime) -> pd.DataFrame:
    """The deadlines of the cases in a part."""
    standing = _standing(ledger)
    happened = _happened(standing, as_of=as_of)
    days = _days(happened)
    events = _still_closed(_in_order(happened[happened["kind"].isin(_KINDS)].merge(days, on="day")))
    duties = pd.concat(
        [_notified(events), _investigated(events, days), _decided(events), _supported(events)], ignore_index=True
    )
    before = _decided_before(duties, events)
    found = _found(duties, events)
    found["already"] = _already(duties, before, events).reindex(found.index, fill_value=-1)
    settled = _settled(duties, found, events)
    settled["from_day"] = _looked_from(settled, before, happened)
    settled["unknown"] = _unknown(settled, _covered(settled, happened, standing))
    return _shown(settled, as_of=pd.Timestamp(as_of.replace(tzinfo=None)))


# --- which events count -----------------------------------------------------------------------------------


def _standing(ledger: pd.DataFrame) -> pd.DataFrame:
    """The events after corrections."""
    correcting = ledger["kind"] == "rettelse"
    rows = ledger.loc[correcting, ["recorded_at", "event_id", "case_id", "f_replaces"]]
    gone = struck(rows.itertuples(index=False, name=None))
    ours = ledger["event_id"].isin({event_id for _, event_id in gone})
    pairs = ledger.loc[ours, ["case_id", "event_id"]].itertuples(index=False, name=None)
    stricken = ours.copy()
    stricken[ours] = [pair in gone for pair in pairs]
    return ledger[~correcting & ~stricken]


def _happened(standing: pd.DataFrame, *, as_of: datetime) -> pd.DataFrame:
    today, now = pd.Timestamp(local_day(as_of)), pd.Timestamp(as_of.replace(tzinfo=None))
    day, at = standing["day"], standing["at"]
    in_time = (day < today) | ((day == today) & (at.isna() | (at <= now)))
    # A birth tells the child's age; it is no step of the case.
    return standing[in_time & (standing["case_id"] != "") & (standing["kind"] != "barnet_foedt")]


def _days(happened: pd.DataFrame) -> pd.DataFrame:
    known = happened["f_behov_kendt"].dropna()
    return day_table(day.date() for day in pd.concat([happened["day"], known]).unique().tolist())


def _in_order(events: pd.DataFrame) -> pd.DataFrame:
    """By case, day, hour with the unknown first, and name; only ties need their names compared."""
    moment = ["case_id", "day", "at"]
    tied = events.duplicated(moment, keep=False)
    events["tie"] = events.loc[tied, "event_id"].rank(method="dense")
    events["earliest"], events["latest"] = _hours(events)
    return events.sort_values([*moment, "tie"], na_position="first", ignore_index=True)


def _still_closed(events: pd.DataFrame) -> pd.DataFrame:
    """Without the closings of cases that were opened again, and with nothing for a blank."""
    for name in ("f_paragraf", "f_begrundelse", "f_anden_person"):
        blank = [text for text in events[name].cat.categories if not text.strip()]
        events[name] = events[name].cat.remove_categories(blank)
    reopened = events[events["kind"] == "sag_genaabnet"].drop_duplicates("case_id", keep="last").set_index("case_id")
    closings = events[events["kind"] == "sag_afsluttet"]
    last = reopened[["day", "at"]].reindex(closings["case_id"]).set_axis(closings.index)
    stands = last["day"].isna() | _surely_before(last["day"], last["at"], closings["day"], closings["at"])
    return events.drop(index=stands.index[~stands]).reset_index(drop=True)


# --- which duties begin -----------------------------------------------------------------------------------


def _duty(rule: int, starts: pd.DataFrame, *, warn: pd.Series | None, due: pd.Series | None) -> pd.DataFrame:
    """The duties of a rule; NaT for no limit. What is special to a rule is put in afterwards."""
    return starts.assign(
        rule=np.int8(rule),
        sure=True,
        starts_at=starts["at"].fillna(starts["begins"]),
        warn_at=pd.NaT if warn is None else warn,
        due_at=pd.NaT if due is None else due,
        reason=None,
    )[_DUTY].astype({"warn_at": "datetime64[us]", "due_at": "datetime64[us]", "reason": object})


def _notified(events: pd.DataFrame) -> pd.DataFrame:
    """Rules 0, 1, 2 and 7: what follows from a notification."""
    starts = events[events["kind"] == "underretning_modtaget"]
    new = starts[starts["day"] >= _NEW_LAW]
    assessed = _duty(0, new, warn=new["earliest"] + 24 * _HOUR, due=new["latest"] + 24 * _HOUR)
    receipted = _duty(1, new, warn=new["six_working_days_strict"], due=new["six_working_days"])
    receipted["reason"] = receipted["reason"].mask(new["f_underretter"] == "anonym", ANONYMOUS)
    told = _duty(2, new, warn=None, due=None)
    told["sure"] = new["f_underretter"].notna()
    told = told[new["f_underretter"].isin(PROFESSIONALS) | ~told["sure"]]
    called = _duty(7, starts, warn=starts["fourteen_days"], due=starts["fourteen_days"])
    excused = called["reason"].mask(starts["f_aeresrelateret"], HONOUR)
    called["reason"] = excused.mask(starts["f_mistanke_overgreb"], ABUSE)
    return pd.concat([assessed, receipted, told, called])


def _hours(events: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """The earliest and the latest instant each event can have had."""
    skipped, twice = events["f_tid_usikker"] == "findes_ikke", events["f_tid_usikker"] == "dobbelt"
    earliest = events["at"].mask(skipped, events["at"] - _HOUR).fillna(events["begins"])
    return earliest, events["at"].mask(twice, events["at"] + _HOUR).fillna(events["ends"])


def _investigated(events: pd.DataFrame, days: pd.DataFrame) -> pd.DataFrame:
    """Rules 3 and 4: four months from the day the need became known."""
    starts = events[events["kind"] == "undersoegelse_besluttet"]
    # A need that became known after the decision to investigate it is a slip, and so not known.
    known = starts["f_behov_kendt"].where(starts["f_behov_kendt"] <= starts["day"])
    starts, known = (each[known.fillna(starts["day"]) >= _NEW_LAW] for each in (starts, known))
    limits = days.set_index("day")[["begins", "four_months"]].reindex(known).set_index(starts.index)
    both = [_duty(rule, starts, warn=limits["four_months"], due=limits["four_months"]) for rule in (3, 4)]
    return pd.concat([duty.assign(starts_at=limits["begins"]) for duty in both])


def _decided(events: pd.DataFrame) -> pd.DataFrame:
    """Rule 5: three months from the decision to place with consent."""
    starts = events[(events["kind"] == "afgoerelse_truffet") & (events["day"] >= _NEW_LAW)]
    duty = _duty(5, starts, warn=starts["three_months"], due=starts["three_months"])
    duty["sure"] = starts["f_paragraf"].notna()
    return duty[starts["f_paragraf"].str.match(_PLACED_WITH_CONSENT).eq(True) | ~duty["sure"]]


def _supported(events: pd.DataFrame) -> pd.DataFrame:
    """Rule 6: three months from the start of help, or the finish before then of what ran beside it."""
    starts = events[events["kind"].isin(_HELP)].assign(nr=lambda frame: np.arange(len(frame)))
    basis = _basis(starts, events).reindex(starts["nr"]).set_axis(starts.index)
    cap = _cap(starts, events).reindex(starts["nr"]).set_axis(starts.index)
    due = starts["three_months"].mask(cap < starts["three_months"], cap)
    duty = _duty(6, starts, warn=due, due=due)
    duty["sure"] = starts["f_paragraf"].notna()
    named = starts["f_paragraf"].str.match(_HELP_NAMED).eq(True)
    return duty[(named | ~duty["sure"]) & (basis.fillna(starts["day"]) >= _NEW_LAW)]


def _basis(starts: pd.DataFrame, events: pd.DataFrame) -> pd.Series:
    """By start: the day of the latest decision in its course, on or before it."""
    decisions = events.loc[events["kind"].isin(_DECISIONS), ["case_id", "thread_id", "day"]]
    pairs = starts[["nr", "case_id", "thread_id", "day"]].merge(decisions, on="case_id", suffixes=("", "_found"))
    return pairs[_in_course(pairs) & (pairs["day_found"] <= pairs["day"])].groupby("nr")["day_found"].max()


def _in_course(pairs: pd.DataFrame) -> pd.Series:
    """Is what was found in the course of the start, or does one of them speak of the whole case?"""
    own, found = pairs["thread_id"], pairs["thread_id_found"]
    return (own == "") | (found == "") | (own == found)


def _cap(starts: pd.DataFrame, events: pd.DataFrame) -> pd.Series:
    """By start: the end of the day of the first finish after it, of a clarifying that was running then."""
    clarifying = events.loc[events["kind"].isin((*_CLARIFYING, *_CLARIFIED)), ["case_id", "thread_id", "day", "ends"]]
    clarifying["begins"] = events["kind"].isin(_CLARIFYING)
    pairs = starts[["nr", "case_id", "day"]].merge(
        clarifying.reset_index(names="place"), on="case_id", suffixes=("", "_found")
    )
    so_far = pairs[pairs["day_found"] <= pairs["day"]].sort_values("place")
    running = so_far.drop_duplicates(["nr", "thread_id"], keep="last").query("begins")[["nr", "thread_id"]]
    finishes = pairs[(pairs["day_found"] > pairs["day"]) & ~pairs["begins"]]
    return finishes.merge(running, on=["nr", "thread_id"]).groupby("nr")["ends"].min()


# --- what met, stopped and excused them -------------------------------------------------------------------


def _found(duties: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """For each duty and role, the first event that is not surely before the start."""
    kind = events["kind"].dtype
    reasoned, second = events["f_begrundelse"].notna(), events["f_anden_person"].notna()
    lacking = (events["kind"] == "kontakt_nedgraderet") & ~(reasoned & second)
    lacking |= (events["kind"] == "partshoering_undladt") & ~reasoned
    answers = events.loc[
        events["kind"].isin(set(_REACH["kind"])) & ~lacking,
        ["case_id", "thread_id", "kind", "day", "at"],
    ].reset_index(names="place")
    reach = _REACH.astype({"kind": kind, "role": "category", "rule": np.int8})
    wanted = duties[["rule", "case_id", "thread_id", "day", "at"]].reset_index(names="nr").merge(reach, on="rule")
    pairs = wanted.merge(answers, on=["case_id", "kind"], suffixes=("", "_found"))
    own = _in_course(pairs) | ((pairs["rule"] == 5) & (pairs["role"] == "met"))
    near = pairs[own & ~_surely_before(pairs["day_found"], pairs["at_found"], pairs["day"], pairs["at"])]
    first = near.groupby(["nr", "role"], observed=True)["place"].min().unstack("role")
    return first.reindex(index=duties.index, columns=["met", "stop", "excuse"]).fillna(-1).astype(np.int64)


def _decided_before(duties: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """For duties of rule 5: the day and hour of the last decision on an earlier day, where there is one."""
    plans = duties.loc[duties["rule"] == 5, ["case_id", "day"]].reset_index(names="nr")
    decisions = events.loc[events["kind"].isin(_DECISIONS), ["case_id", "day", "at"]].reset_index(names="place")
    earlier = plans.merge(decisions, on="case_id", suffixes=("", "_before"))
    earlier = earlier[earlier["day_before"] < earlier["day"]].sort_values("place")
    last = earlier.drop_duplicates("nr", keep="last").set_index("nr")
    return last[["day_before", "at"]].reindex(plans["nr"]).set_axis(["day", "at"], axis="columns")


def _already(duties: pd.DataFrame, before: pd.DataFrame, events: pd.DataFrame) -> pd.Series:
    """For duties of rule 5: the last plan in the course, not surely after the decision, and since the one before."""
    columns = ["case_id", "thread_id", "day", "at"]
    plans = events.loc[events["kind"].isin(_PLANS), columns].reset_index(names="place")
    decided = duties.loc[before.index, columns].reset_index(names="nr")
    pairs = decided.merge(plans, on="case_id", suffixes=("", "_found"))
    in_time = ~_surely_before(pairs["day"], pairs["at"], pairs["day_found"], pairs["at_found"])
    made = pairs[_in_course(pairs) & in_time].sort_values("place").drop_duplicates("nr", keep="last").set_index("nr")
    since = before.reindex(made.index)
    later = _surely_before(since["day"], since["at"], made["day_found"], made["at_found"])
    return made.loc[since["day"].isna() | later, "place"]


def _looked_from(settled: pd.DataFrame, before: pd.DataFrame, happened: pd.DataFrame) -> pd.Series:
    """The first day on which what meets each duty may lie: its start; for plans the decision before, else ever."""
    plans = settled.loc[before.index, "case_id"]
    opened = happened[happened["case_id"].isin(plans)].groupby("case_id", observed=True)["day"].min()
    ever = opened.reindex(plans).set_axis(plans.index)
    return before["day"].fillna(ever).reindex(settled.index).fillna(settled["day"])


def _surely_before(day: pd.Series, at: pd.Series, other_day: pd.Series, other_at: pd.Series) -> pd.Series:
    return (day < other_day) | ((day == other_day) & (at < other_at))


def _settled(duties: pd.DataFrame, found: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """The duties with what met, stopped and excused them."""
    by_hour = duties["rule"] == 0
    surely_by = duties["due_at"].mask(by_hour, duties["warn_at"])
    met, stop, excuse = (_taken(events, found[role], by_hour=by_hour) for role in ("met", "stop", "excuse"))
    stops = stop["shown"].notna() & (surely_by.isna() | (stop["latest"] <= surely_by))
    met = met.mask(stops & _surely_before(stop["day"], stop["at"], met["day"], met["at"]))
    met = met.mask(found["already"] >= 0, _taken(events, found["already"], by_hour=by_hour))
    reason = duties["reason"].fillna(excuse["f_begrundelse"].astype(object).where(excuse["latest"] <= surely_by))
    return duties.assign(
        reason=reason.fillna(""),
        by_hour=by_hour,
        stops=stops,
        in_time=met["shown"].notna() & (surely_by.isna() | (met["latest"] <= surely_by)),
        **{f"met_{name}": met[name] for name in ("event_id", "shown", "earliest")},
        **{f"stop_{name}": stop[name] for name in ("shown", "earliest")},
    )


def _taken(events: pd.DataFrame, places: pd.Series, *, by_hour: pd.Series) -> pd.DataFrame:
    """The events at these places, and nothing where there is none; instants as the duty counts them."""
    rows = events[["event_id", "day", "at", "ends", "earliest", "latest", "f_begrundelse"]].reindex(places)
    rows = rows.set_axis(places.index)
    return rows.assign(
        shown=rows["at"].fillna(rows["ends"]),
        earliest=rows["earliest"].where(by_hour, rows["ends"]),
        latest=rows["latest"].where(by_hour, rows["ends"]),
    )


# --- what cannot be said, and how it stands ---------------------------------------------------------------


def _covered(settled: pd.DataFrame, happened: pd.DataFrame, standing: pd.DataFrame) -> pd.Series:
    """For duties not met in time, stopped or excused: does a source of the case deliver what ordinarily meets them?"""
    silent = settled.loc[
        ~settled["in_time"] & ~settled["stops"] & (settled["reason"] == ""), ["rule", "case_id", "from_day"]
    ].reset_index(names="nr")
    declared = pd.concat([standing[standing["case_id"] == ""], happened[happened["case_id"] != ""]])
    declared = declared.loc[declared["kind"] == "kilde_daekker", ["case_id", "source", "day", "f_slags"]]
    ordinarily = pd.DataFrame({"rule": range(len(_MET)), "kind": [kinds[0] for kinds in _MET]})
    meets = ordinarily.merge(declared, how="cross")
    meets = meets[meets["f_slags"].isna() | (meets["f_slags"] == meets["kind"])]
    delivered = happened.loc[happened["case_id"].isin(silent["case_id"]), ["case_id", "source"]].drop_duplicates()
    everywhere = meets[meets["case_id"] == ""].groupby(["rule", "source"], observed=True)["day"].min().reset_index()
    here = meets[meets["case_id"] != ""].groupby(["rule", "case_id"], observed=True)["day"].min().reset_index()
    by_source = silent.merge(delivered, on="case_id").merge(everywhere, on=["rule", "source"])
    both = pd.concat([by_source, silent.merge(here, on=["rule", "case_id"])])
    return settled.index.isin(both.loc[both["day"] <= both["from_day"], "nr"])


def _unknown(settled: pd.DataFrame, covered: pd.Series) -> pd.Series:
    """Why a duty cannot be judged, the first reason that fits."""
    due, met = settled["due_at"], settled["met_shown"].notna()
    reasons = [
        (settled["rule"].isin([3, 4]) & due.isna(), "startdato_mangler"),
        (~settled["sure"], "felt_mangler"),
        (settled["in_time"], ""),
        (settled["met_earliest"] <= due, "klokkeslaet_slut"),
        (settled["stops"] | (settled["reason"] != ""), ""),
        (~met & (settled["stop_earliest"] <= due), "klokkeslaet_slut"),
        (~covered, "ikke_daekket"),
        (~met & settled["by_hour"] & (settled["warn_at"] != due), "klokkeslaet_start"),
    ]
    return _first_that_fits(reasons, otherwise="")


def _status(settled: pd.DataFrame, *, as_of: pd.Timestamp) -> pd.Series:
    """How each duty stands at the moment, the first that fits."""
    due, met, stop, unknown = (settled[name] for name in ("due_at", "met_shown", "stop_shown", "unknown"))
    statuses = [
        (~unknown.isin(["", "klokkeslaet_start"]), "unknown"),
        (met > due, "late"),
        (met.notna(), "met"),
        (settled["reason"] != "", "excused"),
        (stop.notna() & (due.isna() | (stop <= due)), "cancelled"),
        (due.isna(), "open"),
        (due < as_of, "overdue"),
        ((unknown != "") & (settled["warn_at"] < as_of), "unknown"),
    ]
    return _first_that_fits(statuses, otherwise="open")


def _first_that_fits(verdicts: list[tuple[pd.Series, str]], *, otherwise: str) -> pd.Series:
    masks, words = [mask for mask, _ in verdicts], [word for _, word in verdicts]
    return pd.Series(np.select(masks, words, default=otherwise), index=masks[0].index, dtype=object)


def _shown(settled: pd.DataFrame, *, as_of: pd.Timestamp) -> pd.DataFrame:
    """The columns of a deadline, in their order."""
    words = pd.DataFrame([(r.key, r.version, str(r.falls_on), str(r.force)) for r in EIGHT.rules], dtype="category")
    rule, version, falls_on, force = (words[n].take(settled["rule"]).set_axis(settled.index) for n in range(4))
    columns = {
        "case_id": settled["case_id"],
        "thread_id": settled["thread_id"],
        "rule": rule,
        "rule_version": version,
        "falls_on": falls_on,
        "starts_event": settled["event_id"],
        "starts_at": settled["starts_at"],
        "warn_at": settled["warn_at"],
        "due_at": settled["due_at"],
        "met_event": settled["met_event_id"].fillna(""),
        "met_at": settled["met_shown"],
        "stopped_at": settled["stop_shown"],
        "excused_reason": settled["reason"],
        "unknown_reason": settled["unknown"],
        "status": _status(settled, as_of=as_of),
        "force": force,
    }
    return pd.DataFrame(columns)
