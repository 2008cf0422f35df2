"""The network: MiniLM with one output for labels and one for links."""

from __future__ import annotations

from pathlib import Path

from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel, PreTrainedModel

from summarizer.attribution.tagger_decode import LABELS
from summarizer.attribution.tagger_pieces import FORMS
from train.examples import IGNORED, UNKNOWN

LINK = 64  # numbers that say where a piece links to, and as many that say what may link to it
SMOOTHING = 0.05  # annotators agree on four spans in five, so no label is certain
LINK_WEIGHT = 0.5


class Network(nn.Module):
    """Word pieces and their forms to label scores and link vectors."""

    def __init__(self, pretrained: Path) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(
            pretrained,
            attn_implementation="eager",
            add_pooling_layer=False,
            attention_probs_dropout_prob=0.0,  # drawing it took a third of the time
        )
        _widen(self.encoder)
        width = self.encoder.config.hidden_size
        self.drop = nn.Dropout(0.1)
        self.label = nn.Linear(width, len(LABELS))
        self.link = nn.Linear(width, 2 * LINK)

    def forward(self, ids: Tensor, forms: Tensor, attended: Tensor) -> tuple[Tensor, Tensor]:
        """Label scores [batch, piece, label] and links [batch, piece, what it seeks and what it offers]."""
        hidden = self.encoder(input_ids=ids, token_type_ids=forms, attention_mask=attended).last_hidden_state
        hidden = self.drop(hidden)
        return self.label(hidden), self.link(hidden)


def _widen(encoder: PreTrainedModel) -> None:
    """Gives the encoder an input for a piece's form where it had one for the segment.

    Every form starts as the one segment it was trained with, so the first step changes nothing.
    """
    segments = encoder.get_parameter("embeddings.token_type_embeddings.weight").data
    wide = nn.Embedding(FORMS, segments.shape[1])
    wide.weight.data = segments[:1].repeat(FORMS, 1)
    encoder.get_submodule("embeddings").token_type_embeddings = wide
    encoder.config.type_vocab_size = FORMS


def loss(labels: Tensor, links: Tensor, gold: Tensor, owner: Tensor, target: Tensor) -> Tensor:
    """Cross entropy of labels, and of links over all the pieces of the right cue or source."""
    labelling = functional.cross_entropy(
        labels.float().flatten(0, 1), gold.flatten(), ignore_index=IGNORED, label_smoothing=SMOOTHING
    )
    return labelling + LINK_WEIGHT * link_loss(links.float(), owner, target)


def link_loss(links: Tensor, owner: Tensor, target: Tensor) -> Tensor:
    """Mean of -log(probability that a piece links to its target), where the target is in the window."""
    seeks, offers = links[..., :LINK], links[..., LINK:]
    scores = seeks @ offers.transpose(1, 2) / LINK**0.5
    right = (target.unsqueeze(2) == owner.unsqueeze(1)) & (target != UNKNOWN).unsqueeze(2)
    known = right.any(2)
    best = scores.masked_fill(~right, -1e4).logsumexp(2) - scores.logsumexp(2)
    mean: Tensor = -(best * known).sum() / known.sum().clamp(min=1)
    return mean
