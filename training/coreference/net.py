"""The network that ranks antecedents, and its loss."""

import torch
from torch import nn

WIDTH = 96
DEEP = 48


class Net(nn.Module):
    """Scores each pair by a layer over both mentions and their pair, and each mention by itself.

    A mention with no antecedent has the score 0; `alone` says how much speaks for one at all.
    """

    def __init__(self, mention: int, pair: int, *, drop: float) -> None:
        super().__init__()
        self.later = nn.Linear(mention, WIDTH)
        self.earlier = nn.Linear(mention, WIDTH, bias=False)
        self.pair = nn.Linear(pair, WIDTH, bias=False)
        self.deep = nn.Linear(WIDTH, DEEP)
        self.top = nn.Linear(DEEP, 1)
        self.alone = nn.Linear(mention, DEEP)
        self.alone_top = nn.Linear(DEEP, 1)
        self.drop = nn.Dropout(drop)
        self.rate = drop

    def forward(self, mentions, pairs, earlier, later):
        """Give the scores of pairs."""
        seen = self.drop(mentions)
        pairs = pairs * self._kept(pairs.shape[1], self.rate / 3)
        hidden = torch.relu(self.earlier(seen)[earlier] + self.later(seen)[later] + self.pair(pairs))
        hidden = torch.relu(self.deep(hidden * self._kept(WIDTH, self.rate)))
        hidden = hidden * self._kept(DEEP, self.rate)
        alone = self.alone_top(self.drop(torch.relu(self.alone(seen)))).squeeze(1)
        return self.top(hidden).squeeze(1) + alone[later]

    def _kept(self, width: int, rate: float) -> torch.Tensor:
        """A mask of columns for a whole step: a mask of every number costs more than the network."""
        if not self.training:
            return torch.ones(1)
        return (torch.rand(width) >= rate) / (1 - rate)


def loss(scores, later, right, size, weights):
    """Minus the log of the share that the right antecedents have, or none if there is none."""
    top = torch.zeros(size).scatter_reduce(0, later, scores.detach(), "amax")
    every = torch.exp(-top).index_add(0, later, torch.exp(scores - top[later]))
    good = torch.zeros(size).index_add(0, later, torch.exp(scores - top[later]) * right)
    has = torch.zeros(size).index_add(0, later, right) > 0
    good = torch.where(has, good.clamp_min(1e-12), torch.exp(-top))
    costs = torch.log(every) - torch.log(good)
    return (costs * torch.where(has, weights[0], weights[1])).mean()
