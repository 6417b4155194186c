"""Trains the network; a checkpoint after every epoch."""

import argparse
import math
import random
import sys
import time
from pathlib import Path

import torch
from transformers import AutoModel

from counterclaim.models.tagger.words import WordReader
from counterclaim.models.wordpiece import WordPiece

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from data import article_windows, batch, example, rows, shuffled, without_marks  # noqa: E402
from encoder import TARGET, source_folder  # noqa: E402
from net import Net, loss  # noqa: E402

BATCH = 16
ENCODER_RATE, HEAD_RATE = 2e-4, 1e-3
WARM = 0.05
STRIP = 0.12
"""Share of windows that lose commas and quotation marks, as scraped news often has."""


def build(seed: int, attention: str = "sdpa") -> Net:
    """The network with published encoder weights and fresh heads."""
    torch.manual_seed(seed)
    encoder = AutoModel.from_pretrained(
        source_folder(), attn_implementation=attention, add_pooling_layer=False
    )
    for module in encoder.modules():
        if isinstance(module, torch.nn.Dropout):
            module.p = 0.0
    encoder.embeddings.word_embeddings.weight.requires_grad_(False)
    return Net(encoder)


def main() -> None:
    """Read, train, save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument(
        "--minutes", type=float, default=math.inf, help="decay by the clock, where that ends sooner"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--bf16", action="store_true")
    parser.add_argument("--steps", type=int, default=0)
    parser.add_argument("--all", action="store_true", help="train on the dev part too")
    args = parser.parse_args()
    torch.set_num_threads(2)
    args.out.mkdir(parents=True, exist_ok=True)
    reader = WordReader(WordPiece.from_file(TARGET / "encoder-tokenizer.json"))
    files = [args.data / "train.jsonl.gz"] + [args.data / "dev.jsonl"] * args.all
    items = [
        (window, row["text"], row["attributions"])
        for file in files
        for row in rows(file)
        for window in article_windows(row["text"], reader)
    ]
    print(len(items), "windows", flush=True)
    net = build(args.seed)
    net.train()
    heads = [p for n, p in net.named_parameters() if not n.startswith("encoder.") and p.requires_grad]
    body = [p for n, p in net.named_parameters() if n.startswith("encoder.") and p.requires_grad]
    optimiser = torch.optim.AdamW(
        [{"params": body, "lr": ENCODER_RATE}, {"params": heads, "lr": HEAD_RATE}],
        weight_decay=0.01,
        fused=True,
    )
    total = args.epochs * math.ceil(len(items) / BATCH)
    begun, step = time.time(), 0

    def rate(step: int) -> float:
        done = max(step / total, (time.time() - begun) / 60 / args.minutes)
        return min(1.0, step / (WARM * total)) * max(0.0, 1 - done) / (1 - WARM / 2)

    for epoch in range(args.epochs):
        order = shuffled(items, args.seed * 100 + epoch)
        draw = random.Random(args.seed * 100 + epoch)
        summed, since = 0.0, time.time()
        for at in range(0, len(order), BATCH):
            factor = rate(step)
            if factor <= 0 and step:
                break
            examples = []
            for window, text, attributions in order[at : at + BATCH]:
                if draw.random() < STRIP:
                    window = without_marks(window, text)
                if window:
                    examples.append(example(window, attributions))
            for group, base in zip(optimiser.param_groups, (ENCODER_RATE, HEAD_RATE), strict=True):
                group["lr"] = base * factor
            with torch.autocast("cpu", torch.bfloat16, enabled=args.bf16):
                value = loss(net, batch(examples))
            optimiser.zero_grad(set_to_none=True)
            value.backward()
            torch.nn.utils.clip_grad_norm_(body + heads, 1.0)
            optimiser.step()
            summed += value.item()
            step += 1
            if step % 10 == 0:
                pace = (time.time() - since) / 10
                print(f"{epoch} {step}/{total} loss {summed / 10:.3f} {pace:.2f} s a step", flush=True)
                summed, since = 0.0, time.time()
            if step == args.steps:
                return
            if step % 60 == 0:
                torch.save(net.state_dict(), args.out / "latest.tmp")
                (args.out / "latest.tmp").rename(args.out / "latest.pt")
        torch.save(net.state_dict(), args.out / f"epoch{epoch + 1}.pt")
        print("epoch", epoch + 1, "saved", flush=True)
    torch.save(net.state_dict(), args.out / "latest.pt")
    print("done", flush=True)


if __name__ == "__main__":
    main()
