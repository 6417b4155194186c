"""Dates beside other libraries, on one text, with one count: extents that overlap, and values.

    python quality/peer_dates.py DOCS.jsonl[.gz] [--peers PYTHON]

DOCS holds rows of doc, text, dct and timex [{start, end, value, type}], as TimeML has them. `--peers` names
a Python with `recognizers-text-date-time`, `dateparser`, `emoji<2` and `grapheme`: their pins clash with
others, so that they have an environment of their own. A value is right where it covers the same days as the
annotated one; a length of time or a set, where it is the same letters.
"""

import argparse
import gzip
import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

Found = tuple[int, int, str | None]
"""Start, end, and a value in TimeML's letters or as `first/last` days."""

Days = tuple[date, date]
POINTS = ("DATE", "TIME")


def days_of(value: str | None) -> Days | None:
    """First and last day of a TimeML date or of `first/last`; None for what is no date."""
    if value is None:
        return None
    if "/" in value:
        first, last = (days_of(part) for part in value.split("/", 1))
        return (first[0], last[1]) if first and last else None
    value = value.split("T")[0]
    try:
        if found := re.fullmatch(r"(\d{4})-W(\d\d?)(-WE)?", value):
            monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
            return monday + timedelta(days=5 if found[3] else 0), monday + timedelta(days=6)
        if found := re.fullmatch(r"(\d{4})-([QH])(\d)", value):
            size = 3 if found[2] == "Q" else 6
            return _months(int(found[1]), size * (int(found[3]) - 1) + 1, size)
        if found := re.fullmatch(r"(\d{4})-(\d\d)", value):
            return _months(int(found[1]), int(found[2]), 1)
        if re.fullmatch(r"\d{2,4}", value):
            return date(int(value.ljust(4, "0")), 1, 1), date(int(value.ljust(4, "9")), 12, 31)
        day = date.fromisoformat(value)
    except ValueError:
        return None
    return day, day


def _months(year: int, month: int, size: int) -> Days:
    after = year * 12 + month - 1 + size
    return date(year, month, 1), date(after // 12, after % 12 + 1, 1) - timedelta(days=1)


def same(wanted: str, found: str | None) -> bool:
    """Whether two values say the same, as days or by letter."""
    if found is None:
        return False
    days = days_of(wanted)
    return wanted == found or (days is not None and days == days_of(found))


def score(rows: Sequence[dict[str, Any]], found: Sequence[Sequence[Found]], types: Sequence[str]) -> str:
    """Precision, recall and F of overlapping extents, F of values; pairs one to one, in the text's order.

    Of `types`; what is found on an expression of another type is set aside.
    """
    wanted = paired = right = spurious = 0
    for row, here in zip(rows, found, strict=True):
        used: set[int] = set()
        for gold in sorted(row["timex"], key=lambda t: (t["start"], t["end"])):
            counts = gold["type"] in types
            wanted += counts
            for i, (start, end, value) in enumerate(here):
                if i not in used and start < gold["end"] and gold["start"] < end:
                    used.add(i)
                    paired += counts
                    right += counts and same(gold["value"], value)
                    break
        spurious += len(here) - len(used)
    made = paired + spurious
    return (
        f"P {paired / max(1, made):.3f} R {paired / max(1, wanted):.3f} "
        f"extent F {2 * paired / max(1, made + wanted):.3f} value F {2 * right / max(1, made + wanted):.3f}"
    )


def ours(rows: Sequence[dict[str, Any]]) -> list[list[Found]]:
    """Our dates, from the text through admit and the parser."""
    from counterclaim.models.language import load_language
    from counterclaim.models.load import lexicon, load_parser
    from counterclaim.records import Parse, RawText, Rejection
    from counterclaim.stages.admit import AdmitWords, admit
    from counterclaim.stages.ground.dates import read_dates
    from counterclaim.values.dates import DateWords

    parser, language = load_parser(), load_language()
    admit_words = AdmitWords.from_table(lexicon("admit"))
    words = DateWords.from_table(lexicon("dates"))
    out: list[list[Found]] = []
    for row in rows:
        raw = RawText(
            file=row["doc"], text=row["text"], sha256="", metadata=(("published", row["dct"][:10]),)
        )
        article = admit(raw, language=language, words=admit_words)
        parse = None if isinstance(article, Rejection) else next(iter(parser([article])))
        if isinstance(article, Rejection) or not isinstance(parse, Parse):
            out.append([])
            continue
        found = read_dates(article, parse, (), words=words)
        out.append([(d.start, d.end, d.timeml or d.value) for d in found])
    return out


def recognizers(rows: Sequence[dict[str, Any]]) -> list[list[Found]]:
    """Dates of recognizers-text; of several readings the latest that is not after the document."""
    from recognizers_date_time import recognize_datetime

    out = []
    for row in rows:
        reference, here = datetime.fromisoformat(row["dct"][:10]), []
        for result in recognize_datetime(row["text"], "en-us", reference=reference):
            values = [_recognized(v) for v in (result.resolution or {}).get("values", ())]
            told = [v for v in values if v]
            past = [v for v in told if v[:10] <= row["dct"][:10]] or told
            here.append((result.start, result.end + 1, max(past) if past else None))
        out.append(here)
    return out


def _recognized(value: dict[str, str]) -> str | None:
    """The TIMEX of a reading where it is TimeML's, else its day, else its span without its last day."""
    timex = value.get("timex", "")
    if timex.startswith("P") or days_of(timex):
        return timex
    if "start" in value and "end" in value:
        try:
            last = date.fromisoformat(value["end"][:10]) - timedelta(days=1)
            return f"{value['start'][:10]}/{last}"
        except ValueError:
            return None
    told = value.get("value", "")[:10]
    return told if days_of(told) else None


def dateparsers(rows: Sequence[dict[str, Any]]) -> list[list[Found]]:
    """Dates of dateparser's search; it gives words in order without their place, and moments alone."""
    from dateparser.search import search_dates

    out = []
    for row in rows:
        settings = {
            "RELATIVE_BASE": datetime.fromisoformat(row["dct"][:10]),
            "PREFER_DATES_FROM": "past",
            "RETURN_TIME_SPAN": False,
        }
        here, at = [], 0
        for words, moment in search_dates(row["text"], languages=["en"], settings=settings) or ():
            start = row["text"].find(words, at)
            if start >= 0:
                at = start + len(words)
                here.append((start, at, moment.date().isoformat()))
        out.append(here)
    return out


PEERS: dict[str, Callable[[Sequence[dict[str, Any]]], list[list[Found]]]] = {
    "counterclaim": ours,
    "recognizers-text": recognizers,
    "dateparser": dateparsers,
}


def main() -> None:
    """Run each system over the texts and print its scores and its time."""
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    given.add_argument("docs", type=Path)
    given.add_argument("--peers", default=sys.executable, help="the Python that has the other libraries")
    given.add_argument("--find", choices=PEERS, help=argparse.SUPPRESS)
    args = given.parse_args()
    opened = gzip.open if args.docs.suffix == ".gz" else open
    with opened(args.docs, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    if args.find:
        begun = time.process_time()
        found = PEERS[args.find](rows)
        json.dump({"found": found, "seconds": time.process_time() - begun}, sys.stdout)
        return
    for name in PEERS:
        python = sys.executable if name == "counterclaim" else args.peers
        command = [python, __file__, str(args.docs), "--find", name]
        told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        print(f"{name} ({told['seconds']:.1f} s)")
        print("  dates and times   ", score(rows, told["found"], POINTS))
        print("  all expressions   ", score(rows, told["found"], (*POINTS, "DURATION", "SET")), flush=True)


if __name__ == "__main__":
    main()
