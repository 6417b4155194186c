"""Teaches a small network what several trained ones say, on gold texts and on raw ones.

Knowledge distillation (Hinton, Vinyals and Dean 2015): the teachers' mean chances of tags and links are
the target, beside the gold where there is any. Raw texts need none: they give articles whose register the
gold has not.
"""

import argparse
import math
import random
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import torch
from torch.nn.functional import log_softmax

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from examples import Example, batch, batches, device, load  # noqa: E402
from fit import fit  # noqa: E402
from net import Net, build, heads_loss, loaded, save  # noqa: E402
from teach import Lessons, empty  # noqa: E402

BATCH = 48
RATES = {"six": (4e-4, 1e-3), "twelve": (2.5e-4, 1e-3), "base": (6e-5, 6e-4)}

GOLD = 0.3
"""Weight of the gold beside the teachers, where there is gold."""

STRIPPED = 0.3
"""Share of the gold windows that are taught without their commas and quotation marks, in each epoch."""

LINKS = (0.5, 0.25)
"""Weights of the two pointers beside the tags, as in training."""


def step(net: Net, examples: Sequence[Example], lessons: Lessons, numbers: Sequence[int]) -> torch.Tensor:
    """The loss of a batch: divergence from the teachers, and the gold's where it is known."""
    here = [examples[n] for n in numbers]
    data = batch(here, device())
    tags, to_cue, to_source = net(data["ids"], data["looks"], data["mask"], data["first"])
    words = data["words"].clone()
    words[:, 0] = False
    count, width = words.shape
    aims = [tags.new_zeros(count, width, n, dtype=torch.float16) for n in (tags.shape[-1], width, width)]
    for b, n in enumerate(numbers):
        for aim, said in zip(aims, lessons.of(n), strict=True):
            aim[b, : said.shape[0], : said.shape[1]] = said
    aim = aims[0].float()
    value = apart(aim, tags)[words].mean()
    points = (aim[..., 1:3].sum(-1) + aim[..., 5:7].sum(-1), aim[..., 3:5].sum(-1))
    hidden = ~data["words"][:, None, :]
    for weight, scores, target, share in zip(LINKS, (to_cue, to_source), aims[1:], points, strict=True):
        share = share * words
        far = apart(target.float(), scores.float().masked_fill(hidden, -1e4))
        value = value + weight * (far * share).sum() / share.sum().clamp(min=1)
    known = [b for b, e in enumerate(here) if e.known]
    if known:
        rows = {name: tensor[known] for name, tensor in data.items()}
        value = value + GOLD * heads_loss(tags[known], to_cue[known], to_source[known], rows)
    return value


def apart(aim: torch.Tensor, scores: torch.Tensor) -> torch.Tensor:
    """The divergence of Kullback and Leibler of scores from chances, over the last axis."""
    return (torch.xlogy(aim, aim) - aim * log_softmax(scores.float(), -1)).sum(-1)


def main() -> None:
    """Read, train, save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path)
    parser.add_argument("lessons", type=Path, help="what `teach.py` made")
    parser.add_argument("out", type=Path, help="the checkpoint")
    parser.add_argument("--encoder", default="six", help="six or twelve, and layers: six:0,2,3,5")
    parser.add_argument("--begin", type=Path, help="a checkpoint to begin with")
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=math.inf, help="end by the clock, if sooner")
    parser.add_argument("--steps", type=int, default=0, help="stop after so many, to try a recipe")
    parser.add_argument("--windows", type=int, default=None, help="as for `teach.py`")
    args = parser.parse_args()
    gold = load(args.work / "gold.npz")[: args.windows]
    examples = gold + load(args.work / "raw.npz")[: args.windows]
    said = torch.load(args.lessons, weights_only=True, mmap=True)
    places = empty(examples, torch.device("meta"))
    lessons = Lessons(
        *(said[name].to(device()) for name in ("tags", "to_cue", "to_source")),
        places.words_at, places.links_at,
    )  # fmt: skip
    recipe = args.encoder
    if args.begin:
        net, recipe = loaded(args.begin, args.work)
    else:
        net = build(recipe, args.work, seed=args.seed)

    def steps(epoch: int) -> list[partial[torch.Tensor]]:
        seed = args.seed * 100 + epoch
        draw = random.Random(seed)
        marked = [n + (draw.random() < STRIPPED) for n in range(0, len(gold), 2)]
        drawn = [*marked, *range(len(gold), len(examples))]
        return [
            partial(step, net, examples, lessons, part)
            for part in batches(drawn, size=BATCH, seed=seed, length=lambda n: len(examples[n].ids))
        ]

    rates = RATES[recipe.partition(":")[0]]
    fit(net, steps, epochs=args.epochs, rates=rates, minutes=args.minutes, at_most=args.steps)
    save(net, recipe, args.out)


if __name__ == "__main__":
    main()
