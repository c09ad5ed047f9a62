"""What on a page cannot be used by everyone, and what needs to be looked at again when it is made narrower?

To tell whether words can be told from what is behind them takes longer than all else that is looked at. So on a page
that has been looked at already, and has only been made wider or narrower, that is asked again of the words alone that
were not seen before, whose colours, letters or background are others, or that something else may lie behind.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Final, Protocol
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# The levels the law asks of public bodies (EN 301 549).
WCAG: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
_OPTIONS: Final = {"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"]}

# Every element that shows words of its own, and what their contrast follows from: a mark that stays the same as long
# as the colours, the letters and all that they stand in do. Words that leave what they stand in, or meet something
# with a background of its own, have a mark that is new each time.
_TEXTS: Final = """() => {
    const clear = "rgba(0, 0, 0, 0)", known = new Map(), grounds = [];
    const behind = (each) => {
        if (!each) return { mark: "", ground: null };
        if (!known.has(each)) {
            const above = behind(each.parentElement), style = getComputedStyle(each);
            const box = each.getBoundingClientRect();
            const own = [style.backgroundColor, style.backgroundImage, style.opacity, style.filter, style.mixBlendMode,
                style.clip, style.clipPath, style.visibility, box.width < 2 || box.height < 2];
            const pictured = style.backgroundImage !== "none" || each.matches("img, svg, canvas, video, iframe");
            const ground = style.backgroundColor !== clear || pictured;
            if (ground) grounds.push([each, box]);
            known.set(each, { mark: above.mark + "/" + own, ground: ground ? box : above.ground });
        }
        return known.get(each);
    };
    const extent = (each) => {
        if (each.matches("input, select, textarea")) return each.getBoundingClientRect();
        const range = document.createRange();
        range.selectNodeContents(each);
        return range.getBoundingClientRect();
    };
    const within = (a, b) => !b || (a.left > b.left - 2 && a.right < b.right + 2 && a.top > b.top - 2
        && a.bottom < b.bottom + 2);
    const meets = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    const related = (one, other) => one.contains(other) || other.contains(one);
    const words = (each) => each.matches("input, select, textarea")
        || [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    const shown = [...document.body.querySelectorAll("*")].filter((each) => each.checkVisibility());
    shown.forEach(behind);
    return shown.filter(words).map((each) => {
        const { mark, ground } = behind(each), style = getComputedStyle(each), box = extent(each);
        const own = [style.color, style.fontSize, style.fontWeight, style.textShadow];
        const loose = !within(box, ground) || grounds.some(([other, its]) => meets(box, its) && !related(each, other));
        return [each, loose ? Symbol("new each time") : own + mark];
    });
}"""
_JUDGE: Final = f"""async ([options, again]) => {{
    const texts = ({_TEXTS})(), seen = window.pejlSeen;
    window.pejlSeen = new Map(texts);
    if (!again || !seen) return (await axe.run(options)).violations;
    const rest = await axe.run({{ ...options, rules: {{ "color-contrast": {{ enabled: false }} }} }});
    const include = texts.filter(([each, mark]) => seen.get(each) !== mark).map(([each]) => each);
    if (!include.length) return rest.violations;
    const contrast = {{ ...options, runOnly: {{ type: "rule", values: ["color-contrast"] }} }};
    return [...rest.violations, ...(await axe.run({{ include }}, contrast)).violations];
}}"""


class Judges(Protocol):
    """What on a page breaks WCAG 2.1 A or AA, a line for each thing that does; none is as it should be."""

    def __call__(self, page: Page, *, again: bool = False) -> list[str]: ...


def judge(page: Page, *, again: bool = False) -> list[str]:
    """Look at all of the page; ``again``: when it has been looked at, and has only been made wider or narrower."""
    # Half a megabyte to read, so once for each page.
    if page.evaluate("typeof window.axe") == "undefined":
        page.evaluate(_script())
    found = page.evaluate(_JUDGE, [_OPTIONS, again])
    return [line for violation in found for line in lines_of(violation, page.url)]


@cache
def _script() -> str:
    return str(Axe().axe_script)


def lines_of(violation: dict[str, Any], url: str) -> Iterator[str]:
    """Where it is, which rule it breaks, and how it could be mended."""
    for node in violation["nodes"]:
        where = " ".join(str(part) for part in node["target"])
        mend = " ".join(node["failureSummary"].split())
        yield f"{urlsplit(url).path}: {violation['id']} ({violation['impact']}) at {where}: {mend}"
