"""``bench/run``: what is asked for, and where do the numbers go?"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bench import plan, report, web
from bench.machine import load_now, machine
from bench.measurement import Failed
from bench.sections import Section, country, growth, lists, many_rules, municipality, on_spark, one_case
from bench.sizes import NATION, TWENTIETH


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bench/run", description="Måler, hvor hurtig Pejl er, ved siden af det, man ellers ville bruge."
    )
    parser.add_argument(
        "--national",
        action="store_true",
        help="mål også på hele landet (mindst 1,5 mio. sager; laves første gang, og det tager flere minutter)",
    )
    parser.add_argument(
        "--web",
        action="store_true",
        help="mål webben og intet andet (databaser med 20.000 sager laves første gang, og det tager nogle minutter)",
    )
    parser.add_argument(
        "--plan",
        action="store_true",
        help="mål planens sider og intet andet, med 500 handlinger og ti års log (laves første gang, to-tre minutter)",
    )
    parser.add_argument(
        "--spark",
        metavar="PYTHON",
        nargs="?",
        const=sys.executable,
        help="mål Spark og intet andet på en tiendedel af landet, med en Python, der har pejl[spark]",
    )
    parser.add_argument("--json", metavar="FIL", type=Path, help="skriv også alle tallene til en fil")
    parser.add_argument("--markdown", action="store_true", help="vis tabellen som Markdown")
    parser.add_argument(
        "--repeats",
        metavar="ANTAL",
        type=int,
        default=3,
        help="gentagelser af hver måling (3); færre af det, der tager mere end et par sekunder",
    )
    return parser


def main() -> int:
    """Measure, show; 1 where a contender was not agreed with."""
    parser = _parser()
    args = parser.parse_args()
    if args.json and not args.json.resolve().parent.is_dir():
        parser.error(f"mappen »{args.json.parent}« findes ikke; lav den først")
    if sum(map(bool, (args.web, args.plan, args.national, args.spark))) > 1:
        parser.error("--web, --plan, --national og --spark kan ikke måles sammen; vælg en af dem")
    if args.repeats < 1:
        parser.error("--repeats skal være mindst 1")
    surroundings = machine(web=args.web or args.plan)
    try:
        sections = _asked_for(args)
    except Failed as failure:
        print(failure, file=sys.stderr)
        return 1
    surroundings |= load_now()
    print((report.as_markdown if args.markdown else report.as_text)(surroundings, sections))
    if args.json:
        args.json.write_text(report.as_json(surroundings, sections), encoding="utf-8")
    return 0 if all(row.agrees for section in sections for row in section.rows) else 1


def _asked_for(args: argparse.Namespace) -> list[Section]:
    if args.web:
        return web.sections(args.repeats)
    if args.plan:
        return plan.sections(args.repeats)
    return [on_spark(args.spark)] if args.spark else _sections(args.repeats, national=args.national)


def _sections(repeats: int, *, national: bool) -> list[Section]:
    found = [one_case(repeats), municipality(repeats), many_rules(repeats), country(TWENTIETH, repeats=repeats)]
    if national:
        found += [growth(repeats), country(NATION, repeats=1)]
    return [*found, lists(repeats)]


if __name__ == "__main__":
    sys.exit(main())
