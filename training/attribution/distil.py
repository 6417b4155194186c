"""Teaches the small network what several trained ones say, on gold texts and on raw ones.

Knowledge distillation (Hinton, Vinyals and Dean 2015): the teachers' mean chances of tags and links are
the target, beside the gold where there is any. Raw texts need none: the files of `--raw` give articles
whose register the gold has not.
"""

import argparse
import math
import random
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import torch
from torch.nn.functional import kl_div, log_softmax, softmax

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from data import Example, article_windows, batch, batches, example, rows, without_marks, word_reader  # noqa: E402
from fit import fit  # noqa: E402
from net import Net, build, heads_loss, loaded  # noqa: E402

BATCH = 16
RATES = (1e-4, 5e-4)
GOLD = 0.3
"""Weight of the gold beside the teachers, where there is gold."""

STRIPPED = 0.05
"""Share of gold windows that are taught a second time without commas and quotation marks."""

LINKS = (0.5, 0.25)
"""Weights of the two pointers beside the tags, as in training."""


@dataclass
class Taught:
    """A window, what the teachers say of its words, and whether its gold is known."""

    example: Example
    known: bool
    tags: torch.Tensor
    to_cue: torch.Tensor
    to_source: torch.Tensor


def lessons(teachers: list[Net], examples: list[tuple[Example, bool]]) -> list[Taught]:
    """What the teachers say, as mean chances in half precision."""
    found: list[Taught] = []
    order = sorted(examples, key=lambda e: len(e[0].ids))
    for at in range(0, len(order), BATCH):
        part = order[at : at + BATCH]
        data = batch([e for e, _ in part])
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            said = [teacher(data["ids"], data["looks"], data["mask"], data["first"]) for teacher in teachers]
        hidden = ~data["words"][:, None, :]
        tags = sum(softmax(s[0].float(), -1) for s in said) / len(said)
        links = [
            sum(softmax(s[k].float().masked_fill(hidden, -1e4), -1) for s in said) / len(said) for k in (1, 2)
        ]
        for i, (one, known) in enumerate(part):
            n = len(one.first)
            held = [t[i, :n, : t.shape[-1] if t is tags else n].half() for t in (tags, *links)]
            found.append(Taught(one, known, *(h.clone() for h in held)))
        if at // BATCH % 50 == 0:
            print("taught", at, "of", len(order), flush=True)
    return found


def step(net: Net, items: list[Taught]) -> torch.Tensor:
    """The loss of a batch: divergence from the teachers, and the gold's where it is known."""
    data = batch([t.example for t in items])
    tags, to_cue, to_source = net(data["ids"], data["looks"], data["mask"], data["first"])
    words = data["words"].clone()
    words[:, 0] = False
    width = words.shape[1]
    aim = torch.zeros(len(items), width, tags.shape[-1])
    for i, one in enumerate(items):
        aim[i, : len(one.tags)] = one.tags.float()
    value = kl_div(log_softmax(tags.float(), -1), aim, reduction="none").sum(-1)[words].mean()
    kind = torch.stack((aim[..., 1:3].sum(-1) + aim[..., 5:7].sum(-1), aim[..., 3:5].sum(-1)))
    heads = zip(LINKS, (to_cue, to_source), ("to_cue", "to_source"), kind, strict=True)
    for weight, scores, name, points in heads:
        target = torch.zeros(len(items), width, width)
        for i, one in enumerate(items):
            n = len(one.tags)
            target[i, :n, :n] = getattr(one, name).float()
        said = log_softmax(scores.float().masked_fill(~data["words"][:, None, :], -1e4), -1)
        apart = kl_div(said, target, reduction="none").sum(-1)
        share = points * words
        value = value + weight * (apart * share).sum() / share.sum().clamp(min=1)
    known = torch.tensor([t.known for t in items])
    if known.any():
        rows_known = {k: v[known] for k, v in data.items()}
        value = value + GOLD * heads_loss(tags[known], to_cue[known], to_source[known], rows_known)
    return value


def main() -> None:
    """Ask the teachers, train, save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--teachers", type=Path, nargs="+", required=True, help="checkpoints")
    parser.add_argument("--begin", type=Path, help="a checkpoint to begin with")
    parser.add_argument("--raw", type=Path, nargs="*", default=[], help="JSON Lines with `text`")
    parser.add_argument("--spare", type=Path, nargs="*", default=[], help="JSON Lines of docs not to take")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=math.inf, help="end by the clock, if sooner")
    parser.add_argument("--bf16", action="store_true")
    parser.add_argument("--steps", type=int, default=0, help="stop after so many, to try a recipe")
    args = parser.parse_args()
    torch.set_num_threads(2)
    reader, draw = word_reader(), random.Random(args.seed)
    examples: list[tuple[Example, bool]] = []
    for row in rows(args.data / "train.jsonl.gz"):
        for window in article_windows(row["text"], reader):
            examples.append((example(window, row["attributions"]), True))
            bare = without_marks(window, row["text"]) if draw.random() < STRIPPED else []
            if bare:
                examples.append((example(bare, row["attributions"]), True))
    spared = {row["doc"] for file in args.spare for row in rows(file)}
    for row in (row for file in args.raw for row in rows(file)):
        if row["doc"] not in spared:
            examples += [(example(w, []), False) for w in article_windows(row["text"], reader)]
    print(len(examples), "windows", flush=True)
    taught = lessons([loaded(file).eval() for file in args.teachers], examples)
    net = loaded(args.begin) if args.begin else build("six", seed=args.seed)

    def steps(epoch: int) -> list[partial[torch.Tensor]]:
        drawn = batches(taught, size=BATCH, seed=args.seed * 100 + epoch, length=lambda t: len(t.example.ids))
        return [partial(step, net, part) for part in drawn]

    fit(
        net, steps, epochs=args.epochs, rates=RATES, out=args.out, minutes=args.minutes, bf16=args.bf16,
        at_most=args.steps,
    )  # fmt: skip


if __name__ == "__main__":
    main()
