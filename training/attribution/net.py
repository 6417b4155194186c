"""The network: an encoder, seven tags a word, two pointers between words."""

import sys
from pathlib import Path

import torch
from torch import nn
from torch.nn.functional import cross_entropy, log_softmax

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from encoders import mpnet_ids, unpacked  # noqa: E402

LOOKS = 20
"""As in `counterclaim.models.tagger.words`; training does not need the package."""

TAGS = 7
INNER = 128


class Pointer(nn.Module):
    """Biaffine scores (Dozat and Manning 2017): word i → word j."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.pointing = nn.Sequential(nn.Linear(width, INNER), nn.GELU())
        self.pointed = nn.Sequential(nn.Linear(width, INNER), nn.GELU())
        self.between = nn.Linear(INNER, INNER, bias=False)
        self.bias = nn.Linear(INNER, 1)

    def forward(self, states: torch.Tensor) -> torch.Tensor:
        """Scores [batch, words, words]."""
        of, to = self.between(self.pointing(states)), self.pointed(states)
        return of @ to.transpose(1, 2) + self.bias(to).transpose(1, 2)


class Net(nn.Module):
    """The encoder of `transformers` with its embeddings widened by how words look."""

    def __init__(self, encoder: nn.Module, *, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = encoder
        width = encoder.config.hidden_size
        self.looks = nn.Embedding(LOOKS + 1, width)
        nn.init.zeros_(self.looks.weight)
        self.drop = nn.Dropout(dropout)
        self.tags = nn.Linear(width, TAGS)
        self.to_cue = Pointer(width)
        self.to_source = Pointer(width)

    def forward(
        self, ids: torch.Tensor, looks: torch.Tensor, mask: torch.Tensor, first: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Tag scores [batch, words, 7] and two pointer scores [batch, words, words]."""
        states = self.states(ids, looks, mask)
        at = first.unsqueeze(-1).expand(-1, -1, states.shape[-1])
        states = self.drop(states.gather(1, at))
        return self.tags(states), self.to_cue(states), self.to_source(states)

    def states(self, ids: torch.Tensor, looks: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """The encoder's last states, [batch, pieces, width]."""
        if self.encoder.config.model_type == "mpnet":
            ids = mpnet_ids(ids)
        embedded = self.encoder.embeddings.word_embeddings(ids) + self.looks(looks)
        states: torch.Tensor = self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        return states


def build(recipe: str, packs: Path, *, seed: int, attention: str = "sdpa") -> Net:
    """The network with published encoder weights and fresh heads; the word embeddings stay as they are.

    `recipe` is an encoder's name, and the layers that are kept, if not all: "six:0,2,3,5".
    """
    torch.manual_seed(seed)
    name, _, kept = recipe.partition(":")
    keep = tuple(int(k) for k in kept.split(",") if k)
    encoder = unpacked(name, packs, attention=attention, keep=keep)
    encoder.embeddings.word_embeddings.weight.requires_grad_(False)
    return Net(encoder)


def pointer_loss(scores: torch.Tensor, gold: torch.Tensor, words: torch.Tensor) -> torch.Tensor:
    """Minus the log of what falls on any right word, mean over words that point."""
    scores = scores.float().masked_fill(~words[:, None, :], -1e4)
    points = gold.any(-1)
    share = log_softmax(scores, -1).masked_fill(~gold, -1e4).logsumexp(-1)
    return -share[points].mean() if points.any() else scores.sum() * 0


def save(net: Net, recipe: str, file: Path) -> None:
    """Write a network in half precision without its word embeddings, which training leaves alone."""
    held = {k: v.half().cpu() for k, v in net.state_dict().items() if "word_embeddings" not in k}
    file.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"recipe": recipe, "weights": held}, file.with_suffix(".tmp"))
    file.with_suffix(".tmp").rename(file)


def loaded(file: Path, packs: Path, *, attention: str = "sdpa") -> tuple[Net, str]:
    """A trained network and its recipe."""
    kept = torch.load(file, weights_only=True, map_location="cpu")
    net = build(kept["recipe"], packs, seed=0, attention=attention)
    weights = {k: v.float() for k, v in kept["weights"].items()}
    missing, unexpected = net.load_state_dict(weights, strict=False)
    if unexpected or any("word_embeddings" not in name for name in missing):
        raise SystemExit(f"{file} holds another network: {missing} missing, {unexpected} unknown")
    return net, kept["recipe"]


def loss(net: Net, rows: dict[str, torch.Tensor]) -> torch.Tensor:
    """Tags and both pointers, against gold."""
    return heads_loss(*net(rows["ids"], rows["looks"], rows["mask"], rows["first"]), rows)


def heads_loss(
    tags: torch.Tensor, to_cue: torch.Tensor, to_source: torch.Tensor, rows: dict[str, torch.Tensor]
) -> torch.Tensor:
    """The same of scores that are there already."""
    tagging = cross_entropy(tags.float().reshape(-1, TAGS), rows["tags"].reshape(-1))
    return (
        tagging
        + 0.5 * pointer_loss(to_cue, rows["to_cue"], rows["words"])
        + 0.25 * pointer_loss(to_source, rows["to_source"], rows["words"])
    )
