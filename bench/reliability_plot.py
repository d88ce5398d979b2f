"""Reliability of scores as a page's part and as a drawing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape

from bench.corpora import HELD_OUT
from bench.reliability import APART, BINS, SETS, Bin, Calibrated, Figures, Reliability

_SIDE, _LEFT, _TOP, _ACROSS, _DOWN = 300, 70, 84, 420, 428
_INK, _FAINT, _GROUND = "#1c2740", "#9aa6bd", "#f7f8fb"
_COLOURS: Mapping[str, str] = {APART: "#2f6fb5", HELD_OUT: "#c8431f"}
_NAMES: Mapping[str, str] = {APART: "kept apart from learning", HELD_OUT: "held-out"}
_FONT = "system-ui, -apple-system, Segoe UI, Helvetica, Arial, DejaVu Sans, sans-serif"
_LEAST_CLAIMS = 5
"""A mark over fewer claims than this is drawn faintly, and no line is drawn to it."""


def markdown(figures: Figures) -> str:
    """The figures as tables."""
    lines = ["<!-- made by `python -m bench.calibration --write`; do not edit -->"]
    for reader, found in figures.items():
        for column, one in found.items():
            lines += ["", f"**{reader}**, {column}: {_errors(one)}", "", *_table(one)]
    return "\n".join(lines) + "\n"


def _errors(one: Calibrated) -> str:
    told = [f"{of.error:.3f} {_NAMES[name]} ({of.corrected:.3f} corrected)" for name, of in _sets(one)]
    line = one.correction
    return f"calibration error {', '.join(told)}; correction: slope {line.slope:g}, shift {line.shift:g}"


def _table(one: Calibrated) -> Iterator[str]:
    heads = [f"{_NAMES[name]}: {head}" for name, _ in _sets(one) for head in ("claims", "mean score", "right")]
    yield f"| score | {' | '.join(heads)} |"
    yield f"| --- | {' | '.join('---:' for _ in heads)} |"
    for number in range(BINS):
        of_bin = [of.bins[number] for _, of in _sets(one)]
        if any(each.claims for each in of_bin):
            cells = [cell for each in of_bin for cell in _cells(each)]
            yield f"| {number / BINS:.1f} to {(number + 1) / BINS:.1f} | {' | '.join(cells)} |"


def _cells(of: Bin) -> tuple[str, str, str]:
    return (f"{of.claims:,}", f"{of.score:.3f}", f"{of.right:.3f}") if of.claims else ("0", "–", "–")


def _sets(one: Calibrated) -> Iterator[tuple[str, Reliability]]:
    return ((name, one.sets[name]) for name in SETS)


def svg(figures: Figures) -> str:
    """A panel for each reader and sort of claim: the share of right claims over their mean score, by tenths of the scores, with
    how many claims stand behind each mark."""
    columns = max((len(found) for found in figures.values()), default=0)
    width, height = _LEFT + _ACROSS * columns, _TOP + _DOWN * len(figures) - 36
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'aria-labelledby="reliability-title reliability-description" font-family="{_FONT}" font-size="13">',
        '  <title id="reliability-title">How far scores can be believed</title>',
        '  <desc id="reliability-description">For each reader and sort of claim the share of claims that are right, over their '
        "mean score. On the diagonal a score means what it says; under it claims are less sure than they look.</desc>",
        f'  <rect width="{width}" height="{height}" rx="12" fill="{_GROUND}"/>',
        *_legend(),
    ]
    for row, (reader, found) in enumerate(figures.items()):
        for column, (what, one) in enumerate(found.items()):
            lines.append(f'  <g transform="translate({_LEFT + _ACROSS * column} {_TOP + _DOWN * row})">')
            lines += [f"    {line}" for line in (*_frame(f"{reader}: {what}"), *_counts(one), *_marks(one))]
            lines.append("  </g>")
    return "\n".join([*lines, "</svg>"]) + "\n"


def _legend() -> Iterator[str]:
    for number, name in enumerate(SETS):
        left = _LEFT + 8 + 220 * number
        yield f'  <circle cx="{left}" cy="26" r="5" fill="{_COLOURS[name]}"/>'
        yield f'  <text x="{left + 12}" y="31" fill="{_INK}">{_NAMES[name]}</text>'


def _frame(title: str) -> Iterator[str]:
    yield f'<text x="0" y="-12" font-weight="600" fill="{_INK}">{escape(title)}</text>'
    yield f'<rect width="{_SIDE}" height="{_SIDE}" fill="#ffffff" stroke="{_INK}"/>'
    yield f'<path d="M0 {_SIDE} L{_SIDE} 0" stroke="{_FAINT}" stroke-dasharray="5 4"/>'
    for tenth in range(0, BINS + 1, 2):
        place = _SIDE * tenth / BINS
        yield f'<text x="{place:g}" y="{_SIDE + 16}" text-anchor="middle" fill="{_INK}">{tenth / BINS:g}</text>'
        yield f'<text x="-8" y="{_SIDE - place + 4:g}" text-anchor="end" fill="{_INK}">{tenth / BINS:g}</text>'
    yield f'<text x="{_SIDE / 2:g}" y="{_SIDE + 34}" text-anchor="middle" fill="{_INK}">score</text>'
    turned = f'transform="translate(-38 {_SIDE / 2:g}) rotate(-90)"'
    yield f'<text {turned} text-anchor="middle" fill="{_INK}">share of right claims</text>'


def _counts(one: Calibrated) -> Iterator[str]:
    """How many claims each tenth holds, under the axis, a line for each set with its calibration error."""
    for line, (name, of) in enumerate(_sets(one)):
        style = f'y="{_SIDE + 52 + 14 * line}" font-size="11" fill="{_COLOURS[name]}"'
        yield f'<text x="-8" {style} text-anchor="end">claims</text>'
        yield f'<text x="{_SIDE + 8}" {style}>error {of.error:.3f}</text>'
        for number, of_bin in enumerate(of.bins):
            yield f'<text x="{_SIDE * (number + 0.5) / BINS:g}" {style} text-anchor="middle">{of_bin.claims}</text>'


def _marks(one: Calibrated) -> Iterator[str]:
    for name, of in _sets(one):
        places = [(each, _SIDE * each.score, _SIDE * (1 - each.right)) for each in of.bins if each.claims]
        joined = " L".join(f"{left:.1f} {top:.1f}" for each, left, top in places if each.claims >= _LEAST_CLAIMS)
        if joined:
            yield f'<path d="M{joined}" fill="none" stroke="{_COLOURS[name]}" stroke-width="2"/>'
        for each, left, top in places:
            faint = "" if each.claims >= _LEAST_CLAIMS else ' opacity="0.35"'
            yield f'<circle cx="{left:.1f}" cy="{top:.1f}" r="5" fill="{_COLOURS[name]}"{faint}/>'
