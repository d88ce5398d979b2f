"""The network in PyTorch: an encoder with heads for roles, for what a sentence says, and for who accuses whom."""

from __future__ import annotations

from typing import Any

import torch
from torch import nn
from transformers import AutoModel

from demarche.steps.extract.trained.network import PAIRS, ROLES, SAID
from training.reader.labels import KINDS

_PAIR_SIZE = 64
_ROLE_SIZE = 16
_DROPOUT = 0.1


class Net(nn.Module):
    """MiniLM-L6 and its heads. Their biases begin where most answers are: at no. Attention is not dropped, which halves the
    time of learning."""

    def __init__(self, encoder: str) -> None:
        super().__init__()
        self.enc = AutoModel.from_pretrained(
            encoder, add_pooling_layer=False, attn_implementation="sdpa", attention_probs_dropout_prob=0.0
        )
        size = self.enc.config.hidden_size
        self.drop = nn.Dropout(_DROPOUT)
        self.sent = nn.Linear(2 * size, len(SAID))
        self.kinds = nn.Linear(2 * size, len(KINDS))
        self.asks = nn.Linear(2 * size, len(ROLES) * _ROLE_SIZE)
        self.answers = nn.Linear(size, len(ROLES) * _ROLE_SIZE)
        self.inner = nn.Linear(size, len(ROLES))
        self.outer = nn.Linear(size, len(ROLES))
        self.left = nn.Linear(size, _PAIR_SIZE)
        self.right = nn.Linear(size, _PAIR_SIZE)
        self.bil = nn.Parameter(torch.zeros(len(PAIRS), _PAIR_SIZE, _PAIR_SIZE))
        self.way = nn.Linear(2 * size, len(PAIRS))
        self.lu = nn.Linear(_PAIR_SIZE, len(PAIRS), bias=False)
        self.ru = nn.Linear(_PAIR_SIZE, len(PAIRS), bias=False)
        nn.init.xavier_uniform_(self.bil)
        for head, bias in ((self.inner, -4.0), (self.outer, -5.0), (self.sent, -3.0), (self.kinds, -4.0), (self.way, -2.0)):
            nn.init.constant_(head.bias, bias)

    def forward(self, ids: Any, mask: Any, read: Any, inside: Any, marks: Any) -> tuple[Any, ...]:
        """`inside` (batch, sentences, tokens) tells which tokens are of which sentence, `marks` (batch, sentences) where each
        begins; no `mask` means that no row is padded. Logits of roles (batch, sentences, tokens, roles), and of what each
        sentence says and what was done (batch, sentences, each); then the parts of the logits of pairs: of speakers (batch,
        tokens, ways, size), of accused (batch, tokens, size), what each adds alone (batch, tokens, ways), and what the
        sentence adds (batch, sentences, ways)."""
        states = self.drop(self.enc(input_ids=ids, attention_mask=mask, token_type_ids=read).last_hidden_state)
        begins = torch.gather(states, 1, marks.unsqueeze(-1).expand(-1, -1, states.shape[-1]))
        mean = inside.to(states.dtype) @ states / inside.sum(-1, keepdim=True).clamp(min=1).to(states.dtype)
        whole = torch.cat([begins, mean], -1)
        left, right = torch.tanh(self.left(states)), torch.tanh(self.right(states))
        speakers = torch.einsum("bnd,kde->bnke", left, self.bil)
        return (
            self._roles(states, whole, inside),
            self.sent(whole),
            self.kinds(whole),
            speakers,
            right,
            self.lu(left),
            self.ru(right),
            self.way(whole),
        )

    def _roles(self, states: Any, whole: Any, inside: Any) -> Any:
        shape = (len(ROLES), _ROLE_SIZE)
        asks = self.asks(whole).unflatten(-1, shape).permute(0, 2, 1, 3)
        answers = self.answers(states).unflatten(-1, shape).permute(0, 2, 3, 1)
        both = (asks @ answers).permute(0, 2, 3, 1) / _ROLE_SIZE**0.5
        own = inside.unsqueeze(-1)
        return both + own * self.inner(states).unsqueeze(1) + (1 - own) * self.outer(states).unsqueeze(1)


def pairs(speakers: Any, accused: Any, first: Any, second: Any, whole: Any) -> Any:
    """The logits of some tokens as speakers with some as accused, in one sentence: (speakers, accused, ways)."""
    return torch.einsum("ike,je->ijk", speakers, accused) + first[:, None] + second[None] + whole
