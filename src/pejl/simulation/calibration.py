"""Which numbers make the invented municipality look like a Danish one, and where does each come from?

"g1" to "g5", "e" are tables in the project's practice notes, "E1" a row of its law notes; a rate "per 1000" is per
1,000 inhabitants and year. What says "own guess" has no source: it was chosen to fit the sourced numbers around
it (efforts started, children on support, cases open) or is only there to be found.
"""

from collections.abc import Mapping
from typing import Final

Shares = Mapping[str, float]

# --- how many -----------------------------------------------------------------------------------------------

NOTIFICATIONS_PER_1000: Final = 26.0  # g5: 152,700 in 2022 (g1) on 5.9 m inhabitants
# How many notifications a child gets in the year from the first one. g1 (2014): 71 % one, 18 % two, 3 % five or
# more, most 21. That is 1.6 each; 2022 had 1.79, and both cannot be had at once: the pattern and the number of
# notifications are kept, so the children are a little more than the 14.5 per 1000 of g5 (within its range).
NOTIFICATIONS_OF_A_CHILD: Final = {1: 0.71, 2: 0.18, 3: 0.055, 4: 0.025, 5: 0.03}
FIVE_OR_MORE_CONTINUE: Final = 0.70  # own guess: the chance of yet another after the fifth
MOST_NOTIFICATIONS: Final = 21  # g1
YEAR_OF_REPEATS: Final = 365

APPLICATIONS_PER_1000: Final = 5.0  # own guess: fills up to the 10.2 supportive efforts started (g5)
ENQUIRIES_PER_1000: Final = 3.0  # own guess
PLACEMENTS_PER_1000: Final = 0.58  # g5: 3,400 new placements in 2023 (g2)
OPEN_CASES_PER_1000: Final = 15.5  # g5: 465 in a municipality of 30,000 (Rebild)

# One letter about several children of a family. Own guess: no count was found.
CHILDREN_OF_A_LETTER: Final = {1: 0.80, 2: 0.13, 3: 0.05, 4: 0.02}
UNBORN: Final = 0.02  # own guess; E1 only says that they are counted, on the expecting mother
TWINS: Final = 0.05  # own guess, more than in life, so that small ledgers have some
UNTIL_BIRTH_DAYS: Final = (5, 200)

# The year's rhythm, as a weight per day of each month. g5: "lower in July, higher before holidays".
MONTHS: Final = (1.00, 1.00, 1.06, 0.95, 1.05, 1.16, 0.60, 0.94, 1.08, 1.00, 1.06, 1.12)

# --- who notifies, and when in the week and the day ---------------------------------------------------------

# g1, 2022: school 21.0 %, health 19.6 %, police 12.5 %, day care about 5 %, anonymous about 8 %; g1 Thisted: other
# municipal departments 17 %, health visitors 2 %. The rest is an own guess.
NOTIFIERS: Final[Shares] = {
    "skole": 0.210,
    "sundhedsvaesen": 0.196,
    "politi": 0.125,
    "kommune": 0.130,
    "familie": 0.100,
    "anonym": 0.080,
    "dagtilbud": 0.050,
    "sundhedspleje": 0.030,
    "anbringelsessted": 0.030,
    "forening": 0.020,
    "barnet": 0.010,
    "andre": 0.019,
}
UNTIL_2023: Final = {"familie": "familie_eller_barn", "barnet": "familie_eller_barn"}  # E1: one category then
ENQUIRERS: Final[Shares] = {"familie": 0.55, "barnet": 0.05, "skole": 0.20, "dagtilbud": 0.10, "andre": 0.10}
PROFESSIONALS: Final = frozenset(
    {"kommune", "skole", "dagtilbud", "sundhedsvaesen", "sundhedspleje", "politi", "anbringelsessted"}
)

# Three rhythms. Weights Monday to Sunday, and per hour of the day; own guesses.
OFFICE, HOME, GUARD = range(3)
RHYTHM_OF: Final = {"politi": GUARD, "familie": HOME, "anonym": HOME, "barnet": HOME}
WEEKDAYS: Final = (
    (1.10, 1.05, 1.00, 1.05, 1.00, 0.04, 0.03),
    (1.05, 1.00, 1.00, 1.00, 0.95, 0.70, 0.80),
    (0.90, 0.85, 0.90, 0.95, 1.10, 1.35, 1.30),
)
HOURS: Final = (
    (*[0.0] * 7, 0.4, 1.0, 1.2, 1.2, 1.1, 0.9, 1.1, 1.1, 0.8, 0.3, 0.1, *[0.0] * 6),
    (*[0.05] * 7, 0.3, 0.8, 1.0, 1.0, 1.0, 0.9, 0.9, 0.9, 1.0, 1.1, 1.1, 1.0, 1.0, 1.1, 0.9, 0.5, 0.2),
    (1.4, 1.3, 1.2, 0.9, 0.6, 0.4, 0.3, *[0.4] * 3, *[0.6] * 6, 0.8, 0.9, 1.0, 1.1, 1.3, 1.5, 1.6, 1.6),
)

# --- what a notification says, and how it is received -------------------------------------------------------

SUSPECTED_ABUSE: Final = 0.08  # own guess
PARENT_SUSPECTED: Final = 0.55  # own guess, of those
HONOUR_CONFLICT: Final = 0.015  # own guess
RETYPED: Final = 0.015  # own guess: undecided at first, then an enquiry after all

ASSESSED_IN_TIME: Final = 0.90  # g5: 24-hour assessment kept 88-92 %
NEVER_ASSESSED: Final = 0.015  # own guess, of all
ASSESSED_AFTER_HOURS: Final = 5.0  # own guess: mean of those in time
ACUTE: Final = 0.04  # own guess

RECEIPT_IN_TIME: Final = 0.85  # own guess
NO_RECEIPT: Final = 0.04  # own guess
CALLED_IN_TIME: Final = 0.75  # own guess, of those who are to be called in 14 days
NEVER_CALLED: Final = 0.10  # own guess
CALL_LEFT_OUT: Final = {"politi": 0.35}  # own guess: nights, violence; suspected abuse and honour conflict always
MEETING_HELD: Final = 0.85  # own guess
FEEDBACK: Final = 0.75  # own guess, to professionals
REASSESSED: Final = 0.85  # own guess
SOMEONE_NEW: Final = 0.85  # own guess
SCREENED: Final = 0.96  # own guess
SIBLINGS_CONSIDERED: Final = 0.25  # own guess
BISIDDER_TOLD: Final = 0.30  # own guess
NOTIFICATION_MEETING: Final = 0.04  # own guess
TALK_ON_ABUSE: Final = 0.80  # own guess
HANDLED_DAYS: Final = (25, 110)  # own guess, from contact to closing where nothing more follows

# --- which way a case goes, by how it came in ---------------------------------------------------------------

# The sourced targets per 1000: 10.2 supportive efforts and 0.58 placements started, about 3 investigations
# (20-45 running in 30,000), all g5. The split is an own guess; g1 Rebild: 2.6 % to investigation, 5 % early help.
PATHS: Final = ("nothing", "early", "clarified", "clarified_helped", "helped", "investigated",
                "investigated_helped", "helped_meanwhile", "placed")  # fmt: skip
PATHS_OF_NOTIFIED: Final = (0.703, 0.040, 0.030, 0.030, 0.030, 0.042, 0.060, 0.030, 0.035)
PATHS_OF_APPLICANTS: Final = (0.200, 0.450, 0.020, 0.080, 0.200, 0.010, 0.030, 0.010, 0.000)
PATHS_OF_ENQUIRERS: Final = (0.820, 0.150, 0.000, 0.000, 0.030, 0.000, 0.000, 0.000, 0.000)

CLARIFYING_DAYS: Final = (20, 80)  # own guess; the law has no number
INVESTIGATION_OVER_4_MONTHS: Final = 0.45  # g5: 40-50 %
OVER_BY_DAYS: Final = 60.0  # own guess: mean
PRELIMINARY: Final = 0.25  # own guess, of those over
INVESTIGATION_PLANNED: Final = 0.80  # own guess
TALKED_IN_INVESTIGATION: Final = 0.95  # g3: 2020-22
NETWORK_MEETING: Final = 0.30  # own guess
CROSS_MEETING: Final = 0.40  # own guess
STATEMENT: Final = 0.50  # own guess: a statement from school or day care

# --- decisions and plans ------------------------------------------------------------------------------------

# g5: child spoken with before the decision 57-65 %. This is the share among those three and over where there is a
# talk for this decision; talks in investigations and about abuse come on top, the youngest take from it.
TALKED_BEFORE_DECISION: Final = 0.63
OTHER_CONTACT: Final = 0.20  # own guess, of those: play, a walk, a call
LEFT_OUT_SMALL: Final = 0.60  # own guess: left out with a reason, unborn and under three
LEFT_OUT: Final = 0.14  # own guess: the same, three and over
VIEW_ANOTHER_WAY: Final = 0.70  # own guess
SMALL_CHILD_YEARS: Final = 3

PLAN_CHOSEN: Final = 0.85  # own guess: § 91 lets the municipality choose
# g5: plan present 79 %; g3 Rebild: on time 63 %.
PLAN_IN_TIME: Final = 0.60
PLAN_LATE: Final = 0.19
CANNOT_WAIT: Final = 0.12  # own guess: serviceloven's urgent decisions
HEARD: Final = 0.30  # own guess: hearing under forvaltningsloven § 19
VISITATED: Final = 0.40  # own guess
GRANT_NOTED: Final = 0.70  # own guess
CONSENT: Final = 0.92  # own guess
SECOND_PARENT: Final = 0.55  # own guess
CONSENT_REFUSED: Final = 0.04  # own guess
CONSENT_WITHDRAWN: Final = 0.02  # own guess
CONSENT_AT_YEARS: Final = 15  # law notes BRN-05
PARTY_AT_YEARS: Final = 10  # law notes BRN-04
PARTY_AT_YEARS_BEFORE_2024: Final = 12  # law notes BRN-04

# --- efforts, placements, follow-up -------------------------------------------------------------------------

# § 32, stk. 1 has eight numbers and serviceloven § 52, stk. 3 had the same in another order. g2: family treatment
# is used most; the rest is an own guess. The paragraphs were read in the acts.
SUPPORT_NUMBERS: Final = {5: 0.34, 2: 0.20, 3: 0.18, 7: 0.13, 1: 0.06, 8: 0.06, 6: 0.02, 4: 0.01}
SUPPORT_BEFORE_2024: Final = {5: 3, 2: 2, 3: 6, 7: 5, 1: 1, 8: 9, 6: 4, 4: 8}
FORCED: Final = 0.12  # g2: 404 of 3,400 new ones without consent (2018)
CHAIR_FIRST: Final = 0.30  # own guess
PLACED_AT_ONCE: Final = 0.25  # own guess: before the investigation is over
HELPED_BEFORE_PLACED: Final = 0.60  # g1: about 80 % had preventive help in the four years before
MORE_EFFORTS: Final = 0.27  # own guess: the chance of one more after each
MOST_EFFORTS: Final = 5
EARLY_AGAIN: Final = 0.70  # own guess
# g2: 45,100 persons with support on one day and 60,300 efforts started in the year are nine months each; more than
# one at a time makes it longer.
SUPPORT_DAYS: Final = 340.0
EARLY_DAYS: Final = 150.0  # own guess
SHORTEST_EFFORT: Final = 30
# g2: 16 % of those placed in January are no longer placed in December; ended at 18, that gives the stock of 2.35.
PLACEMENT_DAYS: Final = 365.25 / 0.17
ADULT_YEARS: Final = 18
STARTED_AFTER_DAYS: Final = (2, 35)  # own guess, from decision to start
# g2 (2018): foster family 63 %, institution 17 %, residential home 14 %, other 6 %; network share of foster
# families 11 % (Q4 2010). The split of foster families and of "other" is an own guess.
PLACES: Final[Shares] = {
    "almen": 0.32,
    "forstaerket": 0.13,
    "specialiseret": 0.11,
    "netvaerk": 0.07,
    "doegninstitution": 0.17,
    "opholdssted": 0.14,
    "eget_vaerelse": 0.035,
    "kostskole": 0.02,
    "sikret": 0.005,
}
PLACE_CHANGES_A_YEAR: Final = 0.07  # g2 (2017)

FIRST_FOLLOW_UP_IN_TIME: Final = 0.65  # g5: 50-75 %
NEXT_FOLLOW_UP_IN_TIME: Final = 0.68  # own guess
NEVER_FOLLOWED_UP: Final = 0.06  # own guess
FOLLOWED_UP_ON_EARLY: Final = 0.40  # own guess: § 30 asks for none
NEXT_WITHIN_DAYS: Final = (60, 183)  # own guess; serviceloven § 70 had at most six months
PLAN_REVISED: Final = 0.20  # own guess, of follow-ups
VISIT_MADE: Final = 0.84  # own guess: of the two a year
TALKED_ON_VISIT: Final = 0.92  # own guess
STATEMENT_A_YEAR: Final = 0.50  # own guess: from the place

# --- complaints, access to files, moves, notes --------------------------------------------------------------

COMPLAINTS: Final = 0.02  # own guess, of decisions
WHO_COMPLAINS: Final[Shares] = {"foraelder_1": 0.7, "foraelder_2": 0.22, "ung_15": 0.05, "barnet": 0.03}
REASSESSED_COMPLAINT: Final[Shares] = {"fastholdt": 0.82, "delvist": 0.08, "medhold": 0.10}  # own guess
# g3: Faxe had 44 % and 64 % changed or sent back in two halves of 2016, on very few; own guess between.
APPEALS: Final[Shares] = {"stadfaestet": 0.52, "hjemvist": 0.30, "aendret": 0.11, "afvist": 0.07}
ACCESS_ASKED: Final = 0.02  # own guess, of cases
ACCESS_IN_7_DAYS: Final = 0.80  # own guess
NOTES: Final = 0.02  # own guess, of cases: notes are few
MOVES: Final = 0.02  # own guess, of cases

# --- advisers -----------------------------------------------------------------------------------------------

CASES_OF_AN_ADVISER: Final = 31  # e: mean in spring 2023
ADVISERS_OF_A_TEAM: Final = 8  # g5: 15 caseworkers and 2 team leaders in 30,000
ADVISERS_LEAVING_A_YEAR: Final = 0.24  # g5: turnover, 0-40 % between municipalities
OTHER_CHANGES_A_YEAR: Final = 0.10  # own guess: leave, reorganisation, a colleague takes over
LEAVING: Final[Shares] = {"fratraadt": 0.93, "uoplyst": 0.07}  # own guess
STAYING: Final[Shares] = {"orlov": 0.5, "omorganisering": 0.3, "overtaget": 0.2}  # own guess
CASE_CHANGES: Final = 0.04  # own guess: the child gets another adviser, or another team
WHY_CASE_CHANGES: Final[Shares] = {"flyttet_team": 0.45, "overtaget": 0.30, "barnet_bad": 0.25}  # own guess
VACANT_DAYS: Final = (0, 30)  # own guess

# --- when things are written down ---------------------------------------------------------------------------

# Own guess: (share, from hours, to hours) after the event. Later than this is planted, see below.
RECORDED_AFTER: Final = ((0.72, 0.02, 6.0), (0.21, 12.0, 72.0), (0.07, 72.0, 14 * 24.0))

# --- dirt: g5, last line, and the late recording and corrections that the design speaks of. Own guesses. ----

OVERLOADED_CASES: Final = 50  # g5: a caseworker with 50 cases
OVERLOAD_MARGIN: Final = 1.35  # so that it is still 50 when chance is against it
FILED_AS_ENQUIRY: Final = 0.006  # of notifications
REGISTERED_TWICE: Final = 0.0015  # of events: the same event on two dates
RECORDED_LATE: Final = 0.004  # of events
LATE_DAYS: Final = (30, 240)
CORRECTED: Final = 0.002  # of events: a correction and the right event
WITHDRAWN: Final = 0.001  # of events: a correction and nothing else
CORRECTION_CORRECTED: Final = 0.0005  # of events: struck by mistake, and put back
HOUR_MISSING: Final = 0.012  # of notifications and of 24-hour assessments
PARAGRAPH_MISSING: Final = 0.02  # of decisions, and of efforts started
NEED_MISSING: Final = 0.03  # of investigations decided
NEXT_MISSING: Final = 0.03  # of follow-ups
TALK_MISSING: Final = 0.03  # of supervisory visits: not said whether anyone talked with the child
WITHOUT_THREAD: Final = 0.01  # of efforts
ON_CLOCK_CHANGE_NIGHT: Final = 0.0015  # of letters: an hour that comes twice, or not at all

# --- how far back the course of older cases is told ---------------------------------------------------------

BURN_IN_YEARS: Final = 2  # cases of all sorts opened before the first day and still open then
STOCK_YEARS: Final = 17  # children placed before that and still placed
