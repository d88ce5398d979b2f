"""The network in PyTorch: an encoder with heads for roles, for what a sentence says, and for who accuses whom."""

from __future__ import annotations

from typing import Any

import torch
from torch import nn
from transformers import AutoModel

from demarche.steps.extract.trained.network import PAIRS, ROLES, SAID

_PAIR_SIZE = 64
_DROPOUT = 0.1


class Net(nn.Module):
    """MiniLM-L6 and its heads. Their biases begin where most answers are: at no."""

    def __init__(self, encoder: str) -> None:
        super().__init__()
        self.enc = AutoModel.from_pretrained(encoder, add_pooling_layer=False, attn_implementation="eager")
        size = self.enc.config.hidden_size
        self.drop = nn.Dropout(_DROPOUT)
        self.role = nn.Linear(size, len(ROLES))
        self.sent = nn.Linear(2 * size, len(SAID))
        self.left = nn.Linear(size, _PAIR_SIZE)
        self.right = nn.Linear(size, _PAIR_SIZE)
        self.bil = nn.Parameter(torch.zeros(len(PAIRS), _PAIR_SIZE, _PAIR_SIZE))
        self.pb = nn.Parameter(torch.full((len(PAIRS),), -2.0))
        self.lu = nn.Linear(_PAIR_SIZE, len(PAIRS), bias=False)
        self.ru = nn.Linear(_PAIR_SIZE, len(PAIRS), bias=False)
        nn.init.xavier_uniform_(self.bil)
        nn.init.constant_(self.role.bias, -4.0)
        nn.init.constant_(self.sent.bias, -3.0)

    def forward(self, ids: Any, mask: Any, own: Any) -> tuple[Any, ...]:
        """Logits of roles (batch, tokens, roles) and of what is said (batch, said); then the parts of the logits of pairs: of
        speakers (batch, tokens, ways, size) and accused (batch, tokens, size), and what each adds alone (batch, tokens, ways).
        """
        states = self.drop(self.enc(input_ids=ids, attention_mask=mask, token_type_ids=own).last_hidden_state)
        inside = (own * mask).unsqueeze(-1).to(states.dtype)
        mean = (states * inside).sum(1) / inside.sum(1).clamp(min=1)
        said = self.sent(torch.cat([states[:, 0], mean], -1))
        left, right = torch.tanh(self.left(states)), torch.tanh(self.right(states))
        speakers = torch.einsum("bnd,kde->bnke", left, self.bil)
        return self.role(states), said, speakers, right, self.lu(left) + self.pb, self.ru(right)


def pairs(speakers: Any, accused: Any, first: Any, second: Any) -> Any:
    """The logits of some tokens as speakers with some as accused: (speakers, accused, ways)."""
    return torch.einsum("ike,je->ijk", speakers, accused) + first[:, None] + second[None]
