"""Words that name an act however it is put: where the weights look, while the tables of verbs and nouns are exact.

A word stands for itself and, from four letters on, for every word that begins with it; one with a full stop for itself alone.
Words that only may be part of an act ("called", "took", "order") are left out: among reports held apart their proposals were
wrong so much more often than right that F1 was higher without them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from demarche.model.vocabulary.responses import Act

_STEM_FROM = 4
_CUES: dict[Act, str] = {
    Act.ADVISORY: "advisory. advisories alert guidance guideline bulletin directive indicators circular",
    Act.ARREST: "arrest detain detention custod apprehend nabb handcuff remand dragged",
    Act.ASSISTANCE: """
        help assist. assists. assisted assisting assistance support aid aided dispatch lent lend lending flew flown sending
        soldier
    """,
    Act.CALL_FOR_RESTRAINT: "restrain refrain de-escalat adhere abide cease",
    Act.CONDEMNATION: """
        condemn denounc deplore. deplores. deplored. deploring. decried. decries. decrying. unacceptab despicab lambast castigat
        excoriat intolerab contempt. abhor reckless disregard aggressi brazen coward disgrac shameful outrag heinous
    """,
    Act.COUNTER_OPERATION: "retaliat offensive. offline covert",
    Act.EXPEL_DIPLOMATS: "expel expuls grata. leave. ejected ousted. diplomats.",
    Act.INDICTMENT: "indict charge. charges. charged. charging. papers. prosecuted",
    Act.LAWSUIT: """
        sue sued. sues. suing. lawsuit fined. fines. fine. injunct suit. suits. legal. class. complaint compens
        damages.
    """,
    Act.LAW_OR_POLICY: """
        law laws. bill. bills. legislat decree strategy. strategies. emergency. rules. countermeasure compulsory
    """,
    Act.RAID: "raid seiz confiscat impound stormed searched. compound carted",
    Act.RANSOM_PAID: "paid bitcoin paying.",
    Act.RANSOM_REFUSED: "refus ransom. ransoms. pay paying. demand.",
    Act.RECALL_AMBASSADOR: "recall withdrew",
    Act.RESIGNATION_OR_DISMISSAL: """
        resign sack. sacks. sacked. sacking. fired. dismiss stepped. stepping. demot removed. relieve quit. quits.
    """,
    Act.REWARD_OFFER: "reward bounty bounties",
    Act.SANCTIONS: "sanction blacklist asset freez froze designat listing",
    Act.SEIZURE_OR_TAKEDOWN: "dismantl takedown sinkhol delete botnet",
    Act.SUMMONS: "summon chargé ambassador",
    Act.TRAVEL_BAN: "visa visas. travel barred.",
}
LEARNED = frozenset(_CUES)
"""Acts that weights choose; the rules alone find the others."""
WORD = re.compile(r"[a-z][a-zé]+(?:-[a-z]+)?")


def _table() -> dict[str, tuple[Act, ...]]:
    table: dict[str, tuple[Act, ...]] = {}
    for act, words in _CUES.items():
        for word in words.split():
            table[word] = (*table.get(word, ()), act)
    return table


_BY_WORD = _table()


@lru_cache(maxsize=20_000)
def cued(word: str) -> tuple[Act, ...]:
    """The acts that a word in lower case may begin."""
    found = {*_BY_WORD.get(word, ()), *_BY_WORD.get(f"{word}.", ())}
    for size in range(_STEM_FROM, len(word)):
        found.update(_BY_WORD.get(word[:size], ()))
    return tuple(sorted(found))
