"""The texts and gold that the gate reads: the two invented events, and ../shared where it is there."""

import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from counterclaim import intake
from counterclaim.records import RawText, Rejection

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Articles with gold. `events`: name, raw texts and gold of each event; `kind` says what is scored."""

    name: str
    kind: str
    events: tuple[tuple[str, tuple[RawText | Rejection, ...], dict[str, Any]], ...]

    @property
    def fingerprint(self) -> str:
        """A SHA-256 over all texts and all gold, which a floor is pinned to."""
        digest = hashlib.sha256()
        for name, raws, gold in self.events:
            digest.update(name.encode())
            digest.update("".join(raw.sha256 for raw in raws if isinstance(raw, RawText)).encode())
            digest.update(json.dumps(gold, sort_keys=True).encode())
        return digest.hexdigest()[:16]


def all_corpora() -> Iterator[Corpus]:
    """The examples, then what ../shared holds."""
    for folder in sorted((ROOT / "examples").iterdir()):
        if (folder / "gold.json").exists():
            event = (folder.name, tuple(intake.gather([folder / "articles"])), loaded(folder / "gold.json"))
            yield Corpus(name=folder.name, kind="examples", events=(event,))
    if (SHARED / "gold").is_dir():
        seeds = tuple(intake.gather([SHARED / "seeds"]))
        yield Corpus(
            name="seeds", kind="seeds", events=(("aleppo", seeds, loaded(SHARED / "gold" / "aleppo.json")),)
        )
        yield Corpus(name="events", kind="events", events=tuple(real_events()))
    if (SHARED / "data" / "polnear").is_dir():
        yield polnear()


def loaded(file: Path) -> dict[str, Any]:
    """A gold file; figures without an anchor stand in their own words."""
    gold: dict[str, Any] = json.loads(file.read_text("utf-8"))
    for figure in gold.get("figures", []):
        figure.setdefault("doc", figure.get("article"))
        figure.setdefault("anchor", figure["text"])
    return gold


def lines(file: Path) -> list[dict[str, Any]]:
    """The records of a JSON Lines file, gzipped or not."""
    data = file.read_bytes()
    text = (gzip.decompress(data) if file.suffix == ".gz" else data).decode("utf-8")
    return [json.loads(line) for line in text.split("\n") if line.strip()]


def raw(doc: dict[str, Any], *, outlet: str | None) -> RawText:
    """A record of a data set as a JSON line of articles would give it."""
    given = {"title": doc.get("title"), "outlet": outlet, "published": doc.get("date"), "url": doc.get("url")}
    return RawText(
        file=str(doc["doc"]),
        text=doc["text"],
        sha256=hashlib.sha256(doc["text"].encode("utf-8", "surrogatepass")).hexdigest(),
        metadata=tuple(sorted((key, value) for key, value in given.items() if value)),
    )


def real_events() -> Iterator[tuple[str, tuple[RawText, ...], dict[str, Any]]]:
    """The events of ../shared/gold, whose `docs` are rows of two data sets."""
    data = SHARED / "data"
    docs = {d["doc"]: raw(d, outlet=d.get("source")) for d in lines(data / "fa_kes" / "articles.jsonl.gz")}
    sites = lines(data / "newswcl50" / "docs.jsonl.gz")
    docs |= {d["doc"]: raw(d, outlet=d.get("site") or d.get("outlet")) for d in sites}
    for file in sorted((SHARED / "gold").glob("*.json")):
        gold = loaded(file)
        if "docs" in gold:
            yield file.stem, tuple(docs[str(d)] for d in gold["docs"]), gold


def polnear() -> Corpus:
    """PolNeAR's development part as one event of attributions."""
    docs = lines(SHARED / "data" / "polnear" / "dev.jsonl")
    gold = [{"article": d["doc"], **a} for d in docs for a in d["attributions"]]
    raws = tuple(raw(d | {"url": None}, outlet=d.get("publisher")) for d in docs)
    return Corpus(
        name="polnear_dev", kind="statements", events=(("polnear_dev", raws, {"attributions": gold}),)
    )
