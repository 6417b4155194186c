"""Asks teachers of every window what they think of its words, for a small network to learn.

A teacher is not asked of the gold on which it was trained where another teacher was not: given a checkpoint
an outlet, trained without it, each gold window is told of by the one that never saw its outlet. So what is
taught is what an annotator would have marked, not what one happened to.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch.nn.functional import softmax

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from examples import Example, batch, device, load  # noqa: E402
from net import Net, loaded  # noqa: E402

BATCH = 64


@dataclass(frozen=True)
class Lessons:
    """Mean chances that teachers give, of windows end to end, in half precision.

    Tags are [words, 7]; the links of a window of n words are the n × n numbers from `links_at[k]` on.
    """

    tags: torch.Tensor
    to_cue: torch.Tensor
    to_source: torch.Tensor
    words_at: list[int]
    links_at: list[int]

    def of(self, number: int) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """The chances of one window: [n, 7], [n, n], [n, n]."""
        start, end = self.words_at[number], self.words_at[number + 1]
        at, size = self.links_at[number], end - start
        square = slice(at, at + size * size)
        return (
            self.tags[start:end],
            self.to_cue[square].view(size, size),
            self.to_source[square].view(size, size),
        )


def empty(examples: Sequence[Example], where: torch.device) -> Lessons:
    """Room for the lessons of some windows."""
    words, links = [0], [0]
    for e in examples:
        words.append(words[-1] + len(e.first))
        links.append(links[-1] + len(e.first) ** 2)
    room = {"dtype": torch.float16, "device": where}
    return Lessons(
        torch.zeros(words[-1], 7, **room), torch.zeros(links[-1], **room), torch.zeros(links[-1], **room),
        words, links,
    )  # fmt: skip


@torch.no_grad()
def add(
    lessons: Lessons, examples: Sequence[Example], numbers: Sequence[int], net: Net, *, share: float
) -> None:
    """Add what a teacher says of the windows `numbers`, with a weight."""
    order = sorted(numbers, key=lambda n: len(examples[n].ids))
    for at in range(0, len(order), BATCH):
        part = order[at : at + BATCH]
        data = batch([examples[n] for n in part], device())
        with torch.autocast(device().type, torch.bfloat16):
            said = net(data["ids"], data["looks"], data["mask"], data["first"])
        hidden = ~data["words"][:, None, :]
        tags = softmax(said[0].float(), -1) * share
        links = [softmax(s.float().masked_fill(hidden, -1e4), -1) * share for s in said[1:]]
        for b, n in enumerate(part):
            into = lessons.of(n)
            size = len(into[0])
            into[0].add_(tags[b, :size].half())
            into[1].add_(links[0][b, :size, :size].half())
            into[2].add_(links[1][b, :size, :size].half())


def main() -> None:
    """Ask, save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--teachers", type=Path, nargs="+", required=True, help="checkpoints")
    parser.add_argument("--without", nargs="*", default=[], help="of each of the first teachers its outlet")
    parser.add_argument("--windows", type=int, default=None, help="of gold and raw each, to try a recipe")
    args = parser.parse_args()
    gold = load(args.work / "gold.npz")[: args.windows]
    examples = gold + load(args.work / "raw.npz")[: args.windows]
    lessons = empty(examples, device())
    raw = list(range(len(gold), len(examples)))
    outlets = dict(zip(args.without, args.teachers, strict=False))
    for file in args.teachers:
        net, _ = loaded(file, args.work)
        net.to(device()).eval()
        apart = [n for n, e in enumerate(gold) if outlets.get(e.outlet) == file]
        seen_by_all = [n for n, e in enumerate(gold) if e.outlet not in outlets]
        add(lessons, examples, apart, net, share=1)
        add(lessons, examples, [*seen_by_all, *raw], net, share=1 / len(args.teachers))
        print(file.name, "asked", flush=True)
    torch.save(
        {"tags": lessons.tags.cpu(), "to_cue": lessons.to_cue.cpu(), "to_source": lessons.to_source.cpu()},
        args.out,
    )


if __name__ == "__main__":
    main()
