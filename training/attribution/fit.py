"""The training loop: AdamW, warm-up, linear decay to nought by steps or by the clock."""

import math
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import torch
from net import Net

WARM = 0.05
"""Share of the steps over which the rate rises."""

EVERY = 60
"""Steps between two checkpoints."""


def fit(
    net: Net,
    steps: Callable[[int], Sequence[Callable[[], torch.Tensor]]],
    *,
    epochs: int,
    rates: tuple[float, float],
    out: Path,
    minutes: float = math.inf,
    bf16: bool = False,
    at_most: int = 0,
) -> None:
    """Train; `latest.pt` and one checkpoint an epoch go to `out`.

    `steps` gives the losses of an epoch, as calls made one after the other; `rates` are the peaks for the
    encoder and for all else. `minutes`: decay by the clock, where that ends sooner. `at_most`: stop after
    so many steps, to try a recipe.
    """
    torch.set_num_threads(2)
    out.mkdir(parents=True, exist_ok=True)
    net.train()
    trained = [(n, p) for n, p in net.named_parameters() if p.requires_grad]
    body = [p for n, p in trained if n.startswith("encoder.")]
    heads = [p for n, p in trained if not n.startswith("encoder.")]
    optimiser = torch.optim.AdamW(
        [{"params": body, "lr": rates[0]}, {"params": heads, "lr": rates[1]}], weight_decay=0.01, fused=True
    )
    begun, step, total = time.time(), 0, 0
    for epoch in range(epochs):
        calls = steps(epoch)
        total = total or epochs * len(calls)
        summed, since = 0.0, time.time()
        for call in calls:
            done = max(step / total, (time.time() - begun) / 60 / minutes)
            factor = min(1.0, step / (WARM * total)) * max(0.0, 1 - done) / (1 - WARM / 2)
            if factor <= 0 and step:
                break
            for group, rate in zip(optimiser.param_groups, rates, strict=True):
                group["lr"] = rate * factor
            with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
                value = call()
            optimiser.zero_grad(set_to_none=True)
            value.backward()
            torch.nn.utils.clip_grad_norm_([p for _, p in trained], 1.0)
            optimiser.step()
            summed += value.item()
            step += 1
            if step % 10 == 0:
                pace = (time.time() - since) / 10
                print(f"{epoch} {step}/{total} loss {summed / 10:.3f} {pace:.2f} s a step", flush=True)
                summed, since = 0.0, time.time()
            if step == at_most:
                return
            if step % EVERY == 0:
                kept(net, out / "latest.pt")
        kept(net, out / f"epoch{epoch + 1}.pt")
        print("epoch", epoch + 1, "saved", flush=True)
    kept(net, out / "latest.pt")
    print("done", flush=True)


def kept(net: Net, file: Path) -> None:
    """Write the weights; an interrupted write leaves the former ones."""
    torch.save(net.state_dict(), file.with_suffix(".tmp"))
    file.with_suffix(".tmp").rename(file)
