"""The network: an encoder, seven tags a word, two pointers between words."""

import torch
from torch import nn
from torch.nn.functional import cross_entropy, log_softmax

from counterclaim.models.tagger.words import LOOKS

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
        embedded = self.encoder.embeddings.word_embeddings(ids) + self.looks(looks)
        states: torch.Tensor = self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        return states


def pointer_loss(scores: torch.Tensor, gold: torch.Tensor, words: torch.Tensor) -> torch.Tensor:
    """Minus the log of what falls on any right word, mean over words that point."""
    scores = scores.float().masked_fill(~words[:, None, :], -1e4)
    points = gold.any(-1)
    share = log_softmax(scores, -1).masked_fill(~gold, -1e4).logsumexp(-1)
    return -share[points].mean() if points.any() else scores.sum() * 0


def loss(net: Net, rows: dict[str, torch.Tensor]) -> torch.Tensor:
    """Tags and both pointers."""
    tags, to_cue, to_source = net(rows["ids"], rows["looks"], rows["mask"], rows["first"])
    tagging = cross_entropy(tags.float().reshape(-1, TAGS), rows["tags"].reshape(-1))
    return (
        tagging
        + 0.5 * pointer_loss(to_cue, rows["to_cue"], rows["words"])
        + 0.25 * pointer_loss(to_source, rows["to_source"], rows["words"])
    )
