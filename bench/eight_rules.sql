-- The eight rules over the whole ledger at once. Before this run: the view ledger over the Parquet parts, the tables
-- day_table, gone (case_id, event_id: what corrections took out of force) and rule (number, name and words), and the
-- variables as_of and today. Instants are UTC without a zone. Rules have the numbers of their places in bench/eight.py.

CREATE TEMP MACRO surely_before(one_day, one_at, other_day, other_at) AS
    one_day < other_day OR (one_day = other_day AND coalesce(one_at < other_at, FALSE));
CREATE TEMP MACRO lies_under(paragraph, under) AS
    paragraph = under OR starts_with(paragraph, under || ',');

-- Which kinds of event meet, stop and excuse each rule.
CREATE TEMP TABLE reach (rule UTINYINT, role VARCHAR, kind VARCHAR);
INSERT INTO reach VALUES
    (1, 'met', 'vurdering_24_timer'), (1, 'stop', 'kontakt_nedgraderet'),
    (2, 'met', 'kvittering_sendt'), (2, 'stop', 'kontakt_nedgraderet'),
    (3, 'met', 'tilbagemelding_underretter'), (3, 'stop', 'kontakt_nedgraderet'),
    (4, 'met', 'undersoegelse_afsluttet'), (4, 'stop', 'sag_afsluttet'), (4, 'stop', 'sag_flyttet'),
    (5, 'met', 'foreloebig_vurdering'), (5, 'stop', 'undersoegelse_afsluttet'), (5, 'stop', 'sag_afsluttet'),
    (5, 'stop', 'sag_flyttet'),
    (6, 'met', 'plan_lavet'), (6, 'met', 'plan_revideret'), (6, 'stop', 'indsats_ophoert'),
    (6, 'stop', 'anbringelse_ophoert'), (6, 'stop', 'sag_afsluttet'), (6, 'stop', 'sag_flyttet'),
    (7, 'met', 'opfoelgning_holdt'), (7, 'stop', 'indsats_ophoert'), (7, 'stop', 'anbringelse_ophoert'),
    (7, 'stop', 'sag_afsluttet'), (7, 'stop', 'sag_flyttet'),
    (8, 'met', 'partshoering_indkaldt'), (8, 'stop', 'kontakt_nedgraderet'), (8, 'stop', 'sag_afsluttet'),
    (8, 'stop', 'sag_flyttet'), (8, 'excuse', 'partshoering_undladt');

CREATE TEMP VIEW standing AS
SELECT * FROM ledger ANTI JOIN gone USING (case_id, event_id) WHERE kind <> 'rettelse';

-- A birth tells the child's age; it is no step of the case.
CREATE TEMP VIEW happened AS
SELECT * FROM standing
WHERE case_id <> '' AND kind <> 'barnet_foedt'
    AND (day < getvariable('today')
        OR (day = getvariable('today') AND (moment IS NULL OR moment <= getvariable('as_of'))));

-- What has happened of the kinds the rules speak of. A blank is nothing.
CREATE TEMP TABLE event AS
SELECT h.* REPLACE (
        CASE WHEN trim(f_paragraf) <> '' THEN f_paragraf END AS f_paragraf,
        CASE WHEN trim(f_begrundelse) <> '' THEN f_begrundelse END AS f_begrundelse,
        CASE WHEN trim(f_anden_person) <> '' THEN f_anden_person END AS f_anden_person
    ),
    d.begins, d.ends,
    CASE WHEN moment IS NULL THEN begins
        WHEN f_tid_usikker = 'findes_ikke' THEN moment - INTERVAL 1 HOUR ELSE moment END AS earliest,
    CASE WHEN moment IS NULL THEN ends
        WHEN f_tid_usikker = 'dobbelt' THEN moment + INTERVAL 1 HOUR ELSE moment END AS latest,
    -- Events of a case in order: by day, by hour with the unknown first, by name.
    {'day': h.day, 'moment': coalesce(moment, TIMESTAMP '0001-01-01'), 'id': event_id} AS place
FROM happened h
JOIN day_table d USING (day)
WHERE kind IN (
    SELECT kind FROM reach
    UNION VALUES ('underretning_modtaget'), ('undersoegelse_besluttet'), ('afdaekning_besluttet'),
        ('afdaekning_afsluttet'), ('afgoerelse_truffet'), ('udvalgets_afgoerelse'), ('indsats_ivaerksat'),
        ('anbringelse_ivaerksat'), ('sag_genaabnet')
);

-- A notification is taken down only with a reason and a second person, a hearing left out only with a reason, and a
-- case closed only if it was not opened again.
CREATE TEMP TABLE answer AS
WITH reopened AS (
    SELECT case_id, max({'place': place, 'day': day, 'moment': moment}) AS e
    FROM event WHERE kind = 'sag_genaabnet' GROUP BY ALL
)
SELECT case_id, thread_id, kind, day, moment, ends, earliest, latest, place, f_begrundelse
FROM event LEFT JOIN reopened USING (case_id)
WHERE CASE kind
    WHEN 'kontakt_nedgraderet' THEN f_begrundelse IS NOT NULL AND f_anden_person IS NOT NULL
    WHEN 'partshoering_undladt' THEN f_begrundelse IS NOT NULL
    WHEN 'sag_afsluttet' THEN e IS NULL OR surely_before(e.day, e.moment, day, moment)
    ELSE TRUE END;

-- The day each support or placement has its basis: the latest decision in its course.
CREATE TEMP TABLE basis AS
SELECT s.case_id, s.event_id, max(d.day) AS day
FROM event s
JOIN event d ON d.case_id = s.case_id AND (s.thread_id = '' OR d.thread_id IN ('', s.thread_id)) AND d.day <= s.day
    AND d.kind IN ('afgoerelse_truffet', 'udvalgets_afgoerelse')
WHERE s.kind IN ('indsats_ivaerksat', 'anbringelse_ivaerksat')
GROUP BY ALL;

-- The end of the first clarifying that was running on the day a support starts, and ended after it.
CREATE TEMP TABLE cap AS
WITH clarifying AS (
    SELECT case_id, thread_id, day, place, ends, kind IN ('undersoegelse_besluttet', 'afdaekning_besluttet') AS begins
    FROM event
    WHERE kind IN (
        'undersoegelse_besluttet', 'afdaekning_besluttet', 'undersoegelse_afsluttet', 'afdaekning_afsluttet'
    )
),
beside AS (
    SELECT s.case_id, s.event_id, f.ends
    FROM event s
    JOIN clarifying f ON f.case_id = s.case_id AND f.day > s.day AND NOT f.begins
    JOIN clarifying c ON c.case_id = f.case_id AND c.thread_id = f.thread_id AND c.day <= s.day
    WHERE s.kind IN ('indsats_ivaerksat', 'anbringelse_ivaerksat')
    GROUP BY ALL
    HAVING arg_max(c.begins, c.place)
)
SELECT case_id, event_id, min(ends) AS ends FROM beside GROUP BY ALL;

-- One row a duty: who it begins with, whether it surely does (NULL: a field is missing), and how long it has.
CREATE TEMP TABLE duty AS
WITH notified AS (
    SELECT *, f_underretter IN (
        'kommune', 'skole', 'dagtilbud', 'sundhedsvaesen', 'sundhedspleje', 'politi', 'anbringelsessted'
    ) AS by_professional
    FROM event WHERE kind = 'underretning_modtaget'
),
investigated AS (
    -- A need that became known after the decision to investigate it is a slip, and so not known.
    SELECT e.*, c.begins AS known_begins, c.four_months
    FROM event e LEFT JOIN day_table c ON c.day = e.f_behov_kendt AND c.day <= e.day
    WHERE kind = 'undersoegelse_besluttet' AND coalesce(c.day, e.day) >= DATE '2024-01-01'
),
supported AS (
    SELECT e.*, least(three_months, cap.ends) AS due,
        list_bool_or([lies_under(f_paragraf, p) FOR p IN [
            '§ 32', '§ 46', '§ 47', '§ 114', '§ 115', '§ 116', '§ 120', 'LBU § 13', 'LBU § 14',
            '§ 52', '§ 58', '§ 76', '§ 76 a'
        ]]) AS sure
    FROM event e
    JOIN day_table USING (day)
    LEFT JOIN basis USING (case_id, event_id)
    LEFT JOIN cap USING (case_id, event_id)
    WHERE kind IN ('indsats_ivaerksat', 'anbringelse_ivaerksat') AND coalesce(basis.day, e.day) >= DATE '2024-01-01'
),
begun AS (
    SELECT 1 AS rule, case_id, thread_id, event_id, day, moment, TRUE AS sure, coalesce(moment, begins) AS starts_at,
        earliest + INTERVAL 24 HOUR AS warn_at, latest + INTERVAL 24 HOUR AS due_at, NULL AS exempt
    FROM notified WHERE day >= DATE '2024-01-01'
    UNION ALL
    SELECT 2, case_id, thread_id, event_id, day, moment, TRUE, coalesce(moment, n.begins), six_working_days_strict,
        six_working_days, CASE WHEN f_underretter = 'anonym' THEN 'Underretteren er anonym.' END
    FROM notified n JOIN day_table USING (day) WHERE day >= DATE '2024-01-01'
    UNION ALL
    SELECT 3, case_id, thread_id, event_id, day, moment, by_professional, coalesce(moment, begins), NULL, NULL, NULL
    FROM notified WHERE day >= DATE '2024-01-01' AND by_professional IS NOT FALSE
    UNION ALL
    SELECT rule.rule, case_id, thread_id, event_id, day, moment, TRUE, known_begins, four_months, four_months, NULL
    FROM investigated, (VALUES (4), (5)) rule(rule)
    UNION ALL
    SELECT 6, case_id, thread_id, event_id, day, moment, lies_under(f_paragraf, '§ 46'), coalesce(moment, e.begins),
        three_months, three_months, NULL
    FROM event e JOIN day_table USING (day)
    WHERE kind = 'afgoerelse_truffet' AND day >= DATE '2024-01-01' AND lies_under(f_paragraf, '§ 46') IS NOT FALSE
    UNION ALL
    SELECT 7, case_id, thread_id, event_id, day, moment, sure, coalesce(moment, begins), due, due, NULL
    FROM supported WHERE sure IS NOT FALSE
    UNION ALL
    SELECT 8, case_id, thread_id, event_id, day, moment, TRUE, coalesce(moment, n.begins), fourteen_days, fourteen_days,
        CASE WHEN f_mistanke_overgreb
                THEN 'Mistanke om overgreb: kontakt med forældrene kan bringe barnet i fare.'
            WHEN f_aeresrelateret
                THEN 'Æreskonflikt eller negativ social kontrol: kontakt med forældrene kan bringe barnet i fare.'
        END
    FROM notified n JOIN day_table USING (day)
)
SELECT row_number() OVER () AS nr, *, rule = 1 AS by_hour, CASE WHEN rule = 1 THEN warn_at ELSE due_at END AS surely_by
FROM begun;

-- For each duty the first event of each role that is not surely before its start: in its course (for plans: its case).
CREATE TEMP TABLE found AS
SELECT nr, role, min(struct_pack(
    place := place, day := a.day, moment := a.moment, shown := coalesce(a.moment, ends), begrundelse := f_begrundelse,
    earliest := CASE WHEN by_hour THEN earliest ELSE ends END, latest := CASE WHEN by_hour THEN latest ELSE ends END
)) AS e
FROM duty d
JOIN reach USING (rule)
JOIN answer a
    ON a.case_id = d.case_id AND a.kind = reach.kind
    AND (d.thread_id = '' OR a.thread_id IN ('', d.thread_id) OR (rule = 6 AND role = 'met'))
    AND NOT surely_before(a.day, a.moment, d.day, d.moment)
GROUP BY ALL;

-- For plans: the last decision on an earlier day, and the day from which a plan counts.
CREATE TEMP TABLE since AS
WITH preceding AS (
    SELECT d.nr, max({'place': p.place, 'day': p.day, 'moment': p.moment}) AS e
    FROM duty d
    JOIN event p ON p.case_id = d.case_id AND p.day < d.day AND p.kind IN ('afgoerelse_truffet', 'udvalgets_afgoerelse')
    WHERE rule = 6
    GROUP BY ALL
),
opened AS (
    SELECT case_id, min(day) AS day FROM happened SEMI JOIN (FROM duty WHERE rule = 6) USING (case_id) GROUP BY ALL
)
SELECT nr, preceding.e, coalesce(preceding.e.day, opened.day) AS from_day
FROM duty JOIN opened USING (case_id) LEFT JOIN preceding USING (nr)
WHERE rule = 6;

-- The plan a decision may have had already: the last in its course that is not surely after it, made since then.
CREATE TEMP TABLE already AS
WITH made AS (
    SELECT nr, max(struct_pack(
        place := place, day := a.day, moment := a.moment, shown := coalesce(a.moment, ends),
        begrundelse := f_begrundelse, earliest := ends, latest := ends
    )) AS e
    FROM duty d
    JOIN answer a
        ON a.case_id = d.case_id AND a.kind IN ('plan_lavet', 'plan_revideret')
        AND (d.thread_id = '' OR a.thread_id IN ('', d.thread_id))
        AND NOT surely_before(d.day, d.moment, a.day, a.moment)
    WHERE rule = 6
    GROUP BY ALL
)
SELECT nr, made.e FROM made JOIN since USING (nr)
WHERE since.e IS NULL OR surely_before(since.e.day, since.e.moment, made.e.day, made.e.moment);

CREATE TEMP TABLE settled AS
WITH stopped AS (
    SELECT d.*, coalesce(since.from_day, d.day) AS from_day,
        stop.e AS stop, met.e AS met, already.e AS already, excuse.e AS excuse,
        coalesce(stop.e.latest <= surely_by, stop.e IS NOT NULL) AS stops
    FROM duty d
    LEFT JOIN (FROM found WHERE role = 'met') met USING (nr)
    LEFT JOIN (FROM found WHERE role = 'stop') stop USING (nr)
    LEFT JOIN (FROM found WHERE role = 'excuse') excuse USING (nr)
    LEFT JOIN already USING (nr)
    LEFT JOIN since USING (nr)
),
reached AS (
    SELECT * EXCLUDE (met, already), CASE WHEN already IS NOT NULL THEN already
        WHEN NOT (stops AND surely_before(stop.day, stop.moment, met.day, met.moment)) THEN met END AS met
    FROM stopped
)
SELECT * EXCLUDE (excuse), met IS NOT NULL AND (surely_by IS NULL OR met.latest <= surely_by) AS in_time,
    coalesce(exempt, CASE WHEN excuse.latest <= surely_by THEN excuse.begrundelse END, '') AS reason
FROM reached;

-- From which day a source of the case covers what ordinarily meets a duty that was not met in time, stopped or excused.
CREATE TEMP TABLE covered AS
WITH silent AS (
    SELECT nr, case_id, rule FROM settled WHERE NOT in_time AND NOT stops AND reason = ''
),
declared AS (
    SELECT case_id, source, day, f_slags FROM standing WHERE kind = 'kilde_daekker' AND case_id = ''
    UNION ALL
    SELECT case_id, source, day, f_slags FROM happened WHERE kind = 'kilde_daekker'
),
meets AS (
    SELECT rule, case_id, source, min(day) AS day FROM declared
    JOIN reach ON role = 'met' AND kind <> 'plan_revideret' AND (f_slags IS NULL OR f_slags = kind)
    GROUP BY ALL
),
delivered AS (
    SELECT DISTINCT case_id, source FROM happened SEMI JOIN silent USING (case_id)
)
SELECT nr, min(day) AS day FROM (
    SELECT nr, m.day FROM silent s JOIN delivered d USING (case_id)
    JOIN meets m ON m.case_id = '' AND m.source = d.source AND m.rule = s.rule
    UNION ALL
    SELECT nr, m.day FROM silent s JOIN meets m ON m.case_id = s.case_id AND m.rule = s.rule
)
GROUP BY nr;

CREATE TEMP TABLE judged AS
SELECT s.*, CASE
        WHEN rule IN (4, 5) AND due_at IS NULL THEN 'startdato_mangler'
        WHEN sure IS NULL THEN 'felt_mangler'
        WHEN in_time THEN ''
        WHEN met.earliest <= due_at THEN 'klokkeslaet_slut'
        WHEN stops OR reason <> '' THEN ''
        WHEN met IS NULL AND stop.earliest <= due_at THEN 'klokkeslaet_slut'
        WHEN covered.day IS NULL OR covered.day > s.from_day THEN 'ikke_daekket'
        WHEN met IS NULL AND by_hour AND warn_at <> due_at THEN 'klokkeslaet_start'
        ELSE '' END AS unknown
FROM settled s LEFT JOIN covered USING (nr);

CREATE TEMP VIEW deadline AS
SELECT case_id, thread_id, r.name AS rule, r.rule_version, r.falls_on, event_id AS starts_event,
    starts_at, warn_at, due_at, coalesce(met.place.id, '') AS met_event, met.shown AS met_at,
    stop.shown AS stopped_at, reason AS excused_reason, unknown AS unknown_reason,
    CASE
        WHEN unknown NOT IN ('', 'klokkeslaet_start') THEN 'unknown'
        WHEN met.shown > due_at THEN 'late'
        WHEN met IS NOT NULL THEN 'met'
        WHEN reason <> '' THEN 'excused'
        WHEN stop IS NOT NULL AND (due_at IS NULL OR stop.shown <= due_at) THEN 'cancelled'
        WHEN due_at IS NULL THEN 'open'
        WHEN due_at < getvariable('as_of') THEN 'overdue'
        WHEN unknown <> '' AND warn_at < getvariable('as_of') THEN 'unknown'
        ELSE 'open' END AS status,
    r.force
FROM judged j JOIN rule r ON r.rule = j.rule;
