"""Fine-tunes the network. Seeds are fixed and one thread does the work, so that the same machine gives the same network."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import nn

from demarche.steps.extract.trained.network import ROLES, SAID
from training.reader.labels import Row
from training.reader.net import Net, pairs

SEED = 7
BATCH = 24
_WARM, _LEAST_RATE = 0.06, 0.02
_TELLING = 2.0
"""How much more a missed role weighs than a wrong one."""
_WEIGHTS = {"roles": 4.0, "said": 0.5, "pairs": 4.0}
_SORTED = 40
"""Batches that are drawn together and sorted by length, so that little is padded."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Some epochs under one schedule. `silent` is the share of sentences of reports that say nothing which an epoch draws;
    the rates are those of the encoder and of the heads."""

    epochs: int
    silent: float
    encoder_rate: float
    heads_rate: float


STAGES = (Stage(3, 0.35, 1.5e-4, 1e-3), Stage(2, 0.9, 1e-4, 6e-4))
"""First mostly what says something, then nearly all, since a false accusation is worse than a missed one."""


def learned(rows: Sequence[Row], encoder: str) -> Net:
    """The network after all stages; the loss is printed on the way."""
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    drawn = random.Random(SEED)  # noqa: S311 - a fixed draw of examples, no secret
    net = Net(encoder)
    net.train()
    for stage in STAGES:
        _learn(net, rows, stage, drawn)
    net.eval()
    return net


def _learn(net: Net, rows: Sequence[Row], stage: Stage, drawn: random.Random) -> None:
    plan = [[one for one in rows if one.telling or one.single or drawn.random() < stage.silent] for _ in range(stage.epochs)]
    optimizer, schedule = _optimizer(net, stage, sum(math.ceil(len(part) / BATCH) for part in plan))
    for epoch, part in enumerate(plan, 1):
        total, count = 0.0, 0
        for batch in _batches(part, drawn):
            loss = _loss(net, batch)
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            total, count = total + loss.item(), count + 1
        print(f"epoch {epoch} of {stage.epochs}: {count} batches, loss {total / count:.3f}", flush=True)


def _optimizer(net: Net, stage: Stage, steps: int) -> tuple[Any, Any]:
    groups: dict[bool, list[Any]] = {True: [], False: []}
    for name, parameter in net.named_parameters():
        groups[name.startswith("enc.")].append(parameter)
    rates = [{"params": groups[True], "lr": stage.encoder_rate}, {"params": groups[False], "lr": stage.heads_rate}]
    optimizer = torch.optim.AdamW(rates, weight_decay=0.01)

    def rate(step: int) -> float:
        return min(1.0, (step + 1) / (_WARM * steps)) * max(_LEAST_RATE, 1 - step / steps)

    return optimizer, torch.optim.lr_scheduler.LambdaLR(optimizer, rate)


def _batches(rows: Sequence[Row], drawn: random.Random) -> Iterator[list[Row]]:
    order = list(rows)
    drawn.shuffle(order)
    found = []
    for start in range(0, len(order), BATCH * _SORTED):
        near = sorted(order[start : start + BATCH * _SORTED], key=lambda one: len(one.ids))
        found += [near[first : first + BATCH] for first in range(0, len(near), BATCH)]
    drawn.shuffle(found)
    yield from found


def _loss(net: Net, batch: Sequence[Row]) -> Any:
    ids, mask, own = _padded(batch)
    roles_wanted = torch.zeros(len(batch), ids.shape[1], len(ROLES))
    said_wanted = torch.zeros(len(batch), len(SAID))
    for number, one in enumerate(batch):
        for token, role in one.roles:
            roles_wanted[number, token, role] = 1
        for said in one.said:
            said_wanted[number, said] = 1
    with torch.autocast("cpu", dtype=torch.bfloat16):
        roles, said, speakers, accused, first, second = net(ids, mask, own)
    loss = (_crossed(roles.float(), roles_wanted).sum(-1) * mask).sum() / mask.sum() * _WEIGHTS["roles"]
    loss = loss + _crossed(said.float(), said_wanted).sum(-1).mean() * _WEIGHTS["said"]
    parts = [
        _pair_loss(one, *(part[number].float() for part in (speakers, accused, first, second)))
        for number, one in enumerate(batch)
        if one.joined
    ]
    return loss + torch.stack(parts).sum() / len(batch) * _WEIGHTS["pairs"] if parts else loss


def _pair_loss(one: Row, speakers: Any, accused: Any, first: Any, second: Any) -> Any:
    tokens = list(one.parties)
    logits = pairs(speakers[tokens], accused[tokens], first[tokens], second[tokens])
    wanted = torch.zeros_like(logits)
    at = {token: number for number, token in enumerate(tokens)}
    for speaker, other, way in one.joined:
        wanted[at[speaker], at[other], way] = 1
    return _crossed(logits, wanted).mean()


def _crossed(logits: Any, wanted: Any) -> Any:
    return nn.functional.binary_cross_entropy_with_logits(logits, wanted, pos_weight=torch.tensor(_TELLING), reduction="none")


def _padded(batch: Sequence[Row]) -> tuple[Any, Any, Any]:
    longest = max(len(one.ids) for one in batch)
    tables = tuple(torch.zeros(len(batch), longest, dtype=torch.long) for _ in range(3))
    for number, one in enumerate(batch):
        size = len(one.ids)
        for table, values in zip(tables, (one.ids, [1] * size, one.own), strict=True):
            table[number, :size] = torch.tensor(values)
    return tables[0], tables[1], tables[2]
