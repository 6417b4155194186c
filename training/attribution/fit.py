"""The training loop: AdamW, warm-up, linear decay to nought by steps or by the clock."""

import math
import time
from collections.abc import Callable, Sequence

import torch
from examples import device
from net import Net

WARM = 0.05
"""Share of the steps over which the rate rises."""

TOLD = 100
"""Steps between two lines of progress."""

Step = Callable[[], torch.Tensor]
"""Gives the loss of one batch."""


def fit(
    net: Net,
    steps: Callable[[int], Sequence[Step]],
    *,
    epochs: int,
    rates: tuple[float, float],
    minutes: float = math.inf,
    at_most: int = 0,
) -> None:
    """Train in place.

    `steps` gives the losses of an epoch, as calls made one after the other; `rates` are the peaks for the
    encoder and for all else. `minutes`: decay by the clock, where that ends sooner. `at_most`: stop after
    so many steps, to try a recipe.
    """
    net.to(device()).train()
    trained = [(n, p) for n, p in net.named_parameters() if p.requires_grad]
    body = [p for n, p in trained if n.startswith("encoder.")]
    heads = [p for n, p in trained if not n.startswith("encoder.")]
    optimiser = torch.optim.AdamW(
        [{"params": body, "lr": rates[0]}, {"params": heads, "lr": rates[1]}], weight_decay=0.01, fused=True
    )
    begun, step, total = time.time(), 0, 0
    summed = torch.zeros((), device=device())
    for epoch in range(epochs):
        calls = steps(epoch)
        total = total or epochs * len(calls)
        for call in calls:
            done = max(step / total, (time.time() - begun) / 60 / minutes)
            factor = min(1.0, (step + 1) / (WARM * total + 1), max(0.0, 1 - done) / (1 - WARM))
            if factor <= 0:
                break
            for group, rate in zip(optimiser.param_groups, rates, strict=True):
                group["lr"] = rate * factor
            with torch.autocast(device().type, torch.bfloat16):
                value = call()
            optimiser.zero_grad(set_to_none=True)
            value.backward()
            torch.nn.utils.clip_grad_norm_([p for _, p in trained], 1.0)
            optimiser.step()
            summed += value.detach()
            step += 1
            if step % TOLD == 0:
                seconds = time.time() - begun
                print(f"{epoch} {step}/{total} loss {summed.item() / TOLD:.3f} {seconds:.0f} s", flush=True)
                summed.zero_()
            if step == at_most:
                return
    print(f"done: {step} steps of {total}", flush=True)
