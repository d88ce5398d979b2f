"""Fine-tunes the network. Seeds are fixed and one thread does the work, so that the same machine gives the same network."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import nn

from demarche.steps.extract.trained.network import ROLES, SAID
from training.reader.labels import KINDS, KNOWN_OF_OURS, KNOWN_OUTSIDE, Row, Text, Wanted
from training.reader.net import Net, pairs

SEED = 7
TOKENS = 1400
"""About how many a batch has; the stretches of a text are never parted."""
_WARM, _LEAST_RATE = 0.06, 0.02
_TELLING = 2.0
"""How much more a missed role weighs than a wrong one."""
_WEIGHTS = {"roles": 4.0, "said": 0.5, "pairs": 4.0, "kinds": 0.1}
_SORTED = 16
"""Batches that are drawn together and sorted by length, so that little is padded."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How long is learned, and how fast: the rates are those of the encoder and of the heads. Texts from outside are in the
    first epochs only."""

    epochs: int = 7
    outside: int = 3
    encoder_rate: float = 1.5e-4
    heads_rate: float = 1e-3


PLAN = Plan()


def learned(drawn_for: Callable[[random.Random], Iterable[Text]], encoder: str, plan: Plan = PLAN) -> Net:
    """The network after all epochs, each over the texts that `drawn_for` gives; the loss is printed on the way."""
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    drawn = random.Random(SEED)  # noqa: S311 - a fixed draw of examples, no secret
    net = Net(encoder)
    net.train()
    epochs = []
    for number in range(plan.epochs):
        texts = [text for text in drawn_for(drawn) if number < plan.outside or not text.outside]
        epochs.append(list(_batches(texts, drawn)))
    optimizer, schedule = _optimizer(net, plan, sum(map(len, epochs)))
    for number, batches in enumerate(epochs, 1):
        total, begun = 0.0, time.monotonic()
        for batch in batches:
            loss = _loss(net, batch)
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            total += loss.item()
        took = time.monotonic() - begun
        print(
            f"epoch {number} of {plan.epochs}: {len(batches)} batches, loss {total / len(batches):.3f}, {took:.0f} s",
            flush=True,
        )
    net.eval()
    return net


def averaged(nets: Sequence[Net]) -> Net:
    """One network whose weights are the means of those of several that began alike."""
    first, states = nets[0], [net.state_dict() for net in nets]
    means = {name: sum(state[name] for state in states) / len(nets) for name in states[0]}
    first.load_state_dict({name: means[name].to(value.dtype) for name, value in states[0].items()})
    return first


def _optimizer(net: Net, plan: Plan, steps: int) -> tuple[Any, Any]:
    groups: dict[bool, list[Any]] = {True: [], False: []}
    for name, parameter in net.named_parameters():
        groups[name.startswith("enc.")].append(parameter)
    rates = [{"params": groups[True], "lr": plan.encoder_rate}, {"params": groups[False], "lr": plan.heads_rate}]
    optimizer = torch.optim.AdamW(rates, weight_decay=0.01)

    def rate(step: int) -> float:
        return min(1.0, (step + 1) / (_WARM * steps)) * max(_LEAST_RATE, 1 - step / steps)

    return optimizer, torch.optim.lr_scheduler.LambdaLR(optimizer, rate)


def _batches(order: list[Text], drawn: random.Random) -> Iterator[list[Text]]:
    drawn.shuffle(order)
    found: list[list[Text]] = []
    while order:
        size, near = 0, []
        while order and size < TOKENS * _SORTED:
            near.append(order.pop())
            size += near[-1].tokens
        batch: list[Text] = []
        for text in sorted(near, key=lambda one: one.tokens):
            if batch and sum(one.tokens for one in batch) + text.tokens > TOKENS:
                found.append(batch)
                batch = []
            batch.append(text)
        found.append(batch)
    drawn.shuffle(found)
    yield from found


def _loss(net: Net, batch: Sequence[Text]) -> Any:
    rows = [row for text in batch for row in text.rows]
    given = _padded(rows)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        answers = [answer.float() for answer in net(*given)]
    roles, said, kinds = answers[:3]
    ours = [not text.outside for text in batch for _ in text.rows]
    role_losses, said_losses, pair_losses = [], [], []
    for number, row in enumerate(rows):
        for place, wanted in enumerate(row.sentences):
            role_losses.append(_role_loss(roles[number, place], wanted, KNOWN_OF_OURS if ours[number] else KNOWN_OUTSIDE))
            if ours[number]:
                said_losses.append(_crossed(said[number, place], _ones(len(SAID), wanted.said)).sum())
            if wanted.joined:
                pair_losses.append(_pair_loss(wanted, place, [answer[number] for answer in answers[3:]]))
    words = sum(sum(row.stretch.read) for row in rows)
    loss = _sum(role_losses) / words * _WEIGHTS["roles"] + _kinds_loss(kinds, batch) * _WEIGHTS["kinds"]
    sentences = max(1, len(said_losses))
    return loss + _sum(said_losses) / sentences * _WEIGHTS["said"] + _sum(pair_losses) / sentences * _WEIGHTS["pairs"]


def _sum(losses: Sequence[Any]) -> Any:
    return torch.stack(list(losses)).sum() if losses else torch.zeros(())


def _role_loss(roles: Any, wanted: Wanted, known: list[int]) -> Any:
    near = {token: number for number, token in enumerate(wanted.reach)}
    table = torch.zeros(len(near), len(ROLES))
    for token, role in wanted.roles:
        table[near[token], role] = 1
    return _crossed(roles[wanted.reach][:, known], table[:, known]).sum()


def _pair_loss(wanted: Wanted, place: int, answers: Sequence[Any]) -> Any:
    tokens = sorted(wanted.parties)
    speakers, accused, first, second, whole = answers
    logits = pairs(speakers[tokens], accused[tokens], first[tokens], second[tokens], whole[place])
    table = torch.zeros_like(logits)
    at = {token: number for number, token in enumerate(tokens)}
    for speaker, other, way in wanted.joined:
        table[at[speaker], at[other], way] = 1
    return _crossed(logits, table).mean()


def _kinds_loss(kinds: Any, batch: Sequence[Text]) -> Any:
    """What a text tells is told by one of its sentences, and one is enough."""
    losses, first = [], 0
    for text in batch:
        if not text.outside:
            told = torch.cat([kinds[first + place, : len(row.sentences)] for place, row in enumerate(text.rows)])
            losses.append(_crossed(torch.logsumexp(told, 0), _ones(len(KINDS), text.kinds)).sum())
        first += len(text.rows)
    return _sum(losses) / max(1, len(losses))


def _ones(size: int, numbers: Iterator[int] | set[int] | frozenset[int]) -> Any:
    table = torch.zeros(size)
    for number in numbers:
        table[number] = 1
    return table


def _crossed(logits: Any, wanted: Any) -> Any:
    return nn.functional.binary_cross_entropy_with_logits(logits, wanted, pos_weight=torch.tensor(_TELLING), reduction="none")


def _padded(rows: Sequence[Row]) -> tuple[Any, ...]:
    longest = max(len(row.stretch.ids) for row in rows)
    most = max(len(row.sentences) for row in rows)
    ids, mask, read = (torch.zeros(len(rows), longest, dtype=torch.long) for _ in range(3))
    inside = torch.zeros(len(rows), most, longest)
    marks = torch.zeros(len(rows), most, dtype=torch.long)
    for number, row in enumerate(rows):
        stretch, size = row.stretch, len(row.stretch.ids)
        for table, values in ((ids, stretch.ids), (mask, [1] * size), (read, stretch.read)):
            table[number, :size] = torch.tensor(values, dtype=torch.long)
        sentences = torch.tensor(stretch.sentences)
        for place, (own, mark) in enumerate(stretch.marks.items()):
            inside[number, place, :size] = (sentences == own).float() * read[number, :size]
            marks[number, place] = mark
    return ids, mask, read, inside, marks
