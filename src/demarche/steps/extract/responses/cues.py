"""Words that may begin an act at all, however it is put: where the weights look, while the tables of verbs and nouns are exact.

A word stands for itself and, from four letters on, for every word that begins with it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from demarche.model.vocabulary.responses import Act

_STEM_FROM = 4
_CUES: dict[Act, str] = {
    Act.ADVISORY: """
        advis alert warn guidance guideline bulletin directive urg urge urged urges recommend patch update
        indicators instruct order told tell asked asking report publish issue issuing release note notice tips
        tip checklist circular
    """,
    Act.ARREST: "arrest detain detention custod apprehend nabb nab captur handcuff remand caught raided dragged",
    Act.ASSISTANCE: """
        assist help support aid aided sent send sending dispatch deploy team teams expert specialist engineer
        lent lend lending offer work works worked alongside soldier flew flown flying provid share shared
        sharing volunteer rush cooperat engaged called drafted brought joined
    """,
    Act.CALL_FOR_RESTRAINT: """
        restrain refrain de-escalat call calls called calling calm stop cease urg urge demand adhere abide
    """,
    Act.CONDEMNATION: """
        condemn denounc deplor decri decry slam blast unacceptab despicab disregard reckless outrag aggressi
        coward shameful disgrac intolerab malign irresponsib brazen heinous vile abhor barbar cynical serious
        unconscion egregious lambast terrorist contempt appall castigat excoriat malicious provocati attacked
        destructive
    """,
    Act.COUNTER_OPERATION: "retaliat hack hacked counter offensive strike struck offline knocked covert",
    Act.EXPEL_DIPLOMATS: "expel expuls ejected diplomat persona personae grata leave kicked ousted oust sent plane pack",
    Act.INDICTMENT: "indict charg warrant prosecut accus complaint papers extradit",
    Act.LAWSUIT: """
        sue sued sues suing lawsuit suit suits court courts legal fine fined fines injunct settle penalt damages
        compens class complaint judge
    """,
    Act.LAW_OR_POLICY: """
        law laws bill bills legislat decree order strateg rules rule regulat polic emergency measure reform
        audit review standard plan plans committee resolution doctrine ban bans banned directive task council
        agency unit amend compulsory mandatory require obliging forc exempt extend postpon suspend eas waive
        countermeasure inspection check disaster calamity state
    """,
    Act.MILITARY: "military troops airstrike bomb missile armed",
    Act.MUTUAL_DEFENCE_CONSULTATION: "article consult mutual collective",
    Act.RAID: """
        raid search searches searched searching seiz confiscat impound stormed premises frozen froze freez
        carted compound closed dacha
    """,
    Act.RANSOM_PAID: "paid pay pays paying ransom bitcoin handed payment",
    Act.RANSOM_REFUSED: "paid pay paying ransom refus negotiat demand give turned extort payment",
    Act.RECALL_AMBASSADOR: "recall ambassador envoy withdrew withdraw",
    Act.RESIGNATION_OR_DISMISSAL: """
        resign sack sacked sacking fired dismiss quit quits stepped stepping step steps removed relieve
        suspended demot replaced job jobs post retire left leave ousted departure go gone
    """,
    Act.REWARD_OFFER: "reward bount offer pays",
    Act.SANCTIONS: "sanction blacklist freez froze asset designat penalt list listed listing measure restrict likewise",
    Act.SEIZURE_OR_TAKEDOWN: """
        dismantl disrupt takedown took taken take seiz remov disabl sinkhol neutrali shut domain botnet account
        delete knocked
    """,
    Act.SEVER_RELATIONS: "sever relations ties break broke broken",
    Act.SUMMONS: "summon ambassador charg envoy called convok hauled carpet",
    Act.TRAVEL_BAN: "travel visa visas barred enter entry",
}
LEARNED = frozenset(_CUES)
"""Acts that weights choose; the rules alone find the others."""


def _table() -> tuple[dict[str, tuple[Act, ...]], re.Pattern[str]]:
    table: dict[str, tuple[Act, ...]] = {}
    for act, words in _CUES.items():
        for word in words.split():
            table[word] = (*table.get(word, ()), act)
    return table, re.compile(r"[a-z][a-zé]+(?:-[a-z]+)?")


_BY_WORD, WORD = _table()


@lru_cache(maxsize=20_000)
def cued(word: str) -> tuple[Act, ...]:
    """The acts that a word in lower case may begin."""
    found = set(_BY_WORD.get(word, ()))
    for size in range(_STEM_FROM, len(word)):
        found.update(_BY_WORD.get(word[:size], ()))
    return tuple(sorted(found))
