"""Who speaks: subjects of verbs, conjoined subjects, speakers of quotations, and what pronouns and "the ministry" lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from demarche.model.claim import PartyName
from demarche.model.vocabulary.attribution import PartyKind
from demarche.steps.extract.sentences import Sentence
from demarche.steps.extract.tape import ANY_MENTION, Kind, Named, Tape, char_class

SPEAKING = (
    Kind.STATE,
    Kind.OFFICIAL,
    Kind.WORLD,
    Kind.COMPANY,
    Kind.EXPERT,
    Kind.MEDIA,
    Kind.ANONYMOUS,
    Kind.ACTOR,
    Kind.HACKERS,
    Kind.VICTIM,
    Kind.UNKNOWN,
)
SPEAKER = char_class(*SPEAKING)
_SAY_WORDS = (
    "said|says|say|saying|told|tells|tell|telling|stated|states|stating|announced|announces|announcing|wrote|writes|writing|added|adds|adding|confirmed|confirms|confirming|"
    "concluded|concludes|conclude|concluding|determined|determines|assessed|assesses|assess|assessing|believes|believed|believe|thinks|thought|think|found|finds|find|declared|"
    "declares|declaring|insisted|insists|claimed|claims|claiming|alleged|alleges|alleging|argued|argues|arguing|noted|notes|noting|reported|reports|reporting|warned|warns|warning|"
    "explained|explains|charged|charges|maintained|maintains|established|judged|judges|judge|judging|reiterated|reiterates|revealed|reveals|disclosed|suggested|suggests|suggesting|"
    "acknowledged|acknowledges|suspects|suspected|suspect|tweeted|posted|estimated|testified|asserted|asserts|contends|contended|indicated|indicates|identified|"
    "observed|observes|commented|replied|responded|called|calls|calling|described|describes|describing|dismissed|rejected|denied|denies|spoke|speaks|speaking|put|remarked|recalled|pointed|"
    "went|recorded|released|read|traced|saw|sees|holds|held|reckons|reckoned|agreed|agrees|accused|blamed|attributed|offered|cautioned|cautions|repeated|quipped|retorted|shot back|continued|concedes|"
    "conceded|admitted|admits|stressed|emphasi[sz]ed|underlined|underscored|answered|mocked|ruled|pronounced|wrote back|complained|regards?|regarded|considers?|considered|deems?|deemed|views?|viewed|infers?|inferred|hinted|ventured|speculated|let it be known|made clear|makes clear|signalled|named|names|ascribed|linked|connects?|connected|learned|expects?|presumes?|doubts?|doubted|questioned|swore|vowed"
)
SAY = re.compile(rf"\b(?:{_SAY_WORDS})\b")
_SAY_NOUN = re.compile(
    r"\b(?:spokes(?:man|woman|person|people)|statement|report|assessment|advisory|indictment|analysis|findings?|investigation|inquiry|investigators?|probe|minister|ministry|officials?|director|"
    r"chief|head|president|judgment|judgement|conclusions?|research|researchers|experts?|analysts?|account|blog post|post|memo|document|review|attribution|press release|communiqu[eé]|"
    r"declaration|announcement|bulletin|letter|complaint|affidavit|prosecutors?|ambassador|embassy|mission|government|view|intelligence|agencies|services|text|note|filing|evidence|accusations?)$"
)
_PREPOSITION = re.compile(
    r"\b(?P<preposition>in|of|on|at|against|to|with|from|near|for|between|into|than|as|over|about|like|by|after|since|before|behind|upon|inside|across|via|towards?|through|among|alongside|under|including)"
    r"(?: (?:the|an?|its|their|his|her|both|all|neighbouring|ally|allies|one))*[ \"“‘(]*$"
)
_FILLER = r"(?:[a-z’'-]+ly|has|have|had|also|later|then|now|already|again|first|since|all|both|each|once|even|still|earlier|today|yesterday|not|did|does|do|never|would|will|could|may|might|must|was|were|is|are|been|be|being|and|is|quick|soon|long|swiftly|immediately|jointly|together|itself|themselves|himself|herself|in turn|for (?:his|her|its|their) part|instead|twice|a day later|meanwhile|on the record|in public|so far|to|moved|decided|chose|took|went so far as|sought|continued|began|came|out|forward|joined|in|finally|next|this time|therefore|however)"
_TIME = r"(?:(?:(?:late|early) )?on [A-Z][a-z]+(?: (?:morning|evening|night|afternoon))?|on [A-Z][a-z]+\.? \d+(?:, \d{4})?|on \d+ [A-Z][a-z]+(?: \d{4})?|in [A-Z][a-z]+(?: \d{4})?|in \d{4}|(?:last|this|that|the same|the following|the next) (?:week|month|year|day|evening|night|[A-Z][a-z]+)|[A-Z][a-z]+day|(?:a|two|three|four|five|six|several|some) (?:days?|weeks?|months?|years?|hours?) (?:later|after|ago|earlier)|at the time|at a (?:press|news) (?:conference|briefing)[a-z A-Z]{0,20}|in (?:a|an|its|his|her|their) [a-z0-9\" ‘’'-]{0,40}|in [A-Z][a-z]+|through [a-z ]+|to reporters|before [a-z ]+)"
_GAP = re.compile(
    rf"^(?P<owned>['’]s? (?:own )?(?:[\w’'-]+ ){{0,6}}?(?:spokes\w+|minist\w+|government|statement|reports?|assessment|advisory|analysis|findings?|investigation|services?|agenc(?:y|ies)|director|chief|head|"
    rf"president|researchers|team|experts|analysts|officials|intelligence|embassy|indictment|judgment|conclusions?|researcher|foreign|police|prosecutors?|blog|account|leader|executive|office|delegation|representative)s?\b[^,;:.]{{0,40}}?)?"
    rf"(?: (?:in|on|at|to|for|of|from) (?:the )?(?:[\w’'-]+ ){{0,3}}?(?:{ANY_MENTION}|[A-Z][\w’'-]+))?(?: and (?:its |their |other |several |some |[a-z]+ )*(?:allies|partners|others|countries|governments|nations|states|counterparts|neighbours))?(?:, [^;:]{{0,140}}?,| \([^)]*\)| [–—-] [^–—]{{0,120}} [–—-])?(?: (?:{_TIME}),?)*,?(?: {_FILLER})*(?: (?:{_TIME}),?)*(?: {_FILLER})*[ \"“‘]*$"
)
_APPOSED = re.compile(rf"[\w{ANY_MENTION[1:-1]}], (?:the |an? |its |[a-z]+ (?:of|at) (?:the )?)$")
_WITH_STATES = re.compile(
    rf"(?:^|[^\w])(?:spokes\w+|officials|authorities|hackers|people|sources|researchers|experts|analysts) (?:in|from|at|of|for) (?:the )?$"
)
_CONJUNCT = re.compile(
    rf"(?P<one>{SPEAKER})(?:['’]s [^,;.]{{0,40}})?(?:, (?:the )?| \([^)]*\),? | ?,? (?:and|as well as|along with|together with|alongside|plus|followed by|&) (?:the |then |by |later )?)$"
)
_JOINED_BY = re.compile(
    rf"^(?:['’]s [^,;.]{{0,30}})?,? ?(?:\([^)]*\),? )?(?:and|as well as|along with|together with|alongside) (?:the |its |by )?(?P<one>{SPEAKER})"
)
_RIGHT = re.compile(
    rf"^[,.]?[\"”’']?,? ?(?:as )?(?:{_SAY_WORDS})(?: in [a-z ]+| on [A-Z][a-z]+| late [A-Z]?[a-z]+)?(?: by)? (?:the |an? |its |one )?(?P<one>{SPEAKER}|(?:he|she|it|they)\b)"
)
_ACCORDING = re.compile(
    rf"\b(?:according to|in the (?:view|words|opinion|judg?ment|assessment|eyes|estimation) of|as per|citing|in) (?:an? |the |two |three |one |its )?(?:[\w’'-]+ ){{0,5}}?(?P<one>{SPEAKER})",
    re.IGNORECASE,
)
_ACCORDING_STRICT = re.compile(
    r"^(?:according|in the (?:view|words|opinion|judg|assessment|eyes|estim)|as per|citing)", re.IGNORECASE
)
_PRONOUN = re.compile(r"\b(?P<one>[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Ww]ho|which|[Ww]e|I|(?:[Tt]he|[Ii]ts|[Aa]n?|[Tt]heir) (?:[a-z]+ )?(?:statement|advisory|document|declaration|notice|bulletin|report|communiqu[eé]|release|text|paper|assessment|post|letter|announcement|agencies|authorities|bureau|authors|researchers|firm|company))\b(?P<gap>[^.;:,\"“”]{0,40})$")
_PERSONAL = re.compile(r"minister|president|chancellor|premier|secretary|ambassador|spokes|chief|director|judge|prosecutor$|official$|analyst$|expert$|researcher$")
_PRONOUN_FILL = re.compile(rf"^(?: {_FILLER}| (?:{_TIME}))* ?$")


_OFFICIAL_PAPER = re.compile(r"\b(?:[Jj]oint [Cc]ybersecurity [Aa]dvisory|[Cc]ybersecurity [Aa]dvisory|CYBERSECURITY ADVISORY|[Ss]tatement (?:by|from|of) |STATEMENT|[Pp]ress [Rr]elease|FOR IMMEDIATE RELEASE|[Ff]or [Ii]mmediate [Rr]elease|[Dd]eclaration by|[Jj]oint [Ss]tatement)\b")
_VENDOR = re.compile(r"\b(?:[Ww]e (?:assess|track|observed|identified|attribute|believe|analy[sz]ed)|[Oo]ur (?:telemetry|customers|researchers|analysis|analysts|investigation|team|visibility|holdings|sensors))\b")


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who says it: the party, and the places of the tape that name them (None for a pronoun's antecedent)."""

    party: PartyName
    kind: Kind
    relayed_by: PartyName | None = None


def subject_before(text: str, place: int) -> int | None:
    """The place of the party that is the subject of a verb at `place`; None when nobody fits."""
    lower = max(0, place - 260)
    for match in reversed(list(re.finditer(SPEAKER, text[lower:place]))):
        at = lower + match.start()
        gap = text[at + 1 : place]
        if not _GAP.match(gap) or (gap.startswith(", ") and _APPOSED.search(text[max(0, at - 30) : at])):
            continue
        before = text[max(0, at - 60) : at]
        found = _PREPOSITION.search(before)
        if found and not _WITH_STATES.search(before) and not _SAY_NOUN.search(before[: found.start()].rstrip(' "“')):
            continue
        return at
    return None


def conjuncts(text: str, place: int) -> list[int]:
    """The places of everybody conjoined with the party at `place`, that place last: "Albania, the US and the UK"."""
    places, at = [place], place
    while True:
        head = re.sub(r"(?:the |an? |its )$", "", text[max(0, at - 80) : at])
        found = _CONJUNCT.search(head)
        if not found:
            return places
        at = max(0, at - 80) + found.start("one")
        places.insert(0, at)


class Speakers:
    """Who the parties, pronouns and generic descriptions of one report lead to, in reading order."""

    def __init__(self, tape: Tape, sentences: tuple[Sentence, ...], voice: PartyName | None) -> None:
        self._tape = tape
        self._sentences = sentences
        self.voice = voice
        """Whose words the report itself is ("we"); None for a journalist's."""
        self._persons: dict[int, Voice] = {}
        self._bodies: dict[int, Voice] = {}
        self._people: dict[int, Voice] = {}
        self._generic: dict[str, PartyName] = {}
        self._follow()

    def _follow(self) -> None:
        """Walk the report once: after each sentence, remember who spoke last."""
        last: Voice | None = None
        kept: dict[bool, Voice] = {}
        for sentence in self._sentences:
            last = self._main_speaker(sentence, last) or last
            if last is not None:
                self._people[sentence.number] = last
            self._remember(sentence, kept)

    def _remember(self, sentence: Sentence, kept: dict[bool, Voice]) -> None:
        """The last person and the last body that a sentence had as a subject, else that it names at all."""
        subjects: dict[bool, int] = {}
        for match in re.finditer(SPEAKER, sentence.text):
            named, at = self._tape.mentions[match.group()], match.start()
            oblique = bool(_PREPOSITION.search(sentence.text[max(0, at - 60) : at]))
            for personal in (True, False):
                if self._fits(named, personal) and not oblique:
                    subjects.setdefault(personal, at)
        for personal, at in subjects.items():
            kept[personal] = self.party_at(sentence, at)
        for personal, table in ((True, self._persons), (False, self._bodies)):
            if personal in kept:
                table[sentence.number] = kept[personal]

    def _main_speaker(self, sentence: Sentence, last: Voice | None) -> Voice | None:
        for match in SAY.finditer(sentence.text):
            place = subject_before(sentence.text, match.start())
            if place is not None:
                return self.party_at(sentence, place)
            found = _RIGHT.match(sentence.text[match.start() :]) if match.start() else None
            if found and found.group("one") in self._tape.mentions:
                return self.party_at(sentence, match.start() + found.start("one"))
        first = re.search(SPEAKER, sentence.text[:60])
        if first and self._tape.mentions[first.group()].role in {"person", "surname", "unplaced"}:
            return self.party_at(sentence, first.start())
        return last

    def before(self, sentence: Sentence) -> Voice | None:
        """Who spoke last before a sentence."""
        return self._people.get(sentence.number - 1)

    def party_at(self, sentence: Sentence, place: int) -> Voice:
        """The party named at a place, generic descriptions led back to who they stand for."""
        named = self._tape.mentions[sentence.text[place]]
        return Voice(self._resolved(named), named.kind)

    def _resolved(self, named: Named) -> PartyName:
        head = named.party.name.split()[-1].lower()
        if named.role != "generic":
            if named.kind in {Kind.OFFICIAL, Kind.STATE} and named.role in {"embassy", "office", "spokesperson"}:
                self._generic[head] = named.party
            return named.party
        known = self._generic.get(head)
        return PartyName(named.party.name, named.party.kind, known.country) if known else named.party

    def of_verb(self, sentence: Sentence, place: int) -> list[Voice]:
        """Everybody who is the subject of the verb at `place`; a pronoun leads to the last speaker."""
        text = sentence.text
        at = subject_before(text, place)
        pronoun = _PRONOUN.search(text[:place])
        if pronoun and (at is None or pronoun.start() > at) and _PRONOUN_FILL.match(pronoun.group("gap")):
            return self._of_pronoun(sentence, pronoun.group("one").lower(), pronoun.start())
        if at is None:
            return []
        return [self.party_at(sentence, one) for one in conjuncts(text, at)]

    def _of_pronoun(self, sentence: Sentence, pronoun: str, place: int) -> list[Voice]:
        if pronoun in {"we", "i"}:
            quoted = self.of_quote(sentence) if self._inside_quote(sentence, len(sentence.text) // 2) else None
            if quoted is not None:
                return [quoted]
            return [Voice(self.voice, Kind.OFFICIAL)] if self.voice else []
        if pronoun in {"who", "which"}:
            return self._antecedent(sentence, place)
        return self._earlier(sentence, place, pronoun)

    def _antecedent(self, sentence: Sentence, place: int) -> list[Voice]:
        """The party right before ", which" or ", who"."""
        found = re.search(rf"(?P<one>{SPEAKER})(?:['’]s [\w ]{{0,30}})?(?: \([^)]*\))?,? (?:who|which)\b[^,;]*$", sentence.text[:place])
        return [self.party_at(sentence, found.start("one"))] if found else []

    def _earlier(self, sentence: Sentence, place: int, pronoun: str) -> list[Voice]:
        """Whom a pronoun leads to: a person for "he" and "she", a body for "it"; in this sentence first, then back."""
        personal = pronoun in {"he", "she"}
        for match in reversed(list(re.finditer(SPEAKER, sentence.text[:place]))):
            at = match.start()
            if self._fits(self._tape.mentions[match.group()], personal) and not _PREPOSITION.search(sentence.text[max(0, at - 60) : at]):
                places = conjuncts(sentence.text, at) if pronoun == "they" else [at]
                return [self.party_at(sentence, one) for one in places]
        last = (self._persons if personal else self._bodies).get(sentence.number - 1)
        return [last] if last else []

    @staticmethod
    def _fits(named: Named, personal: bool) -> bool:
        person = named.role in {"person", "surname", "unplaced"} or (named.role in {"generic", "office", "spokesperson"} and bool(_PERSONAL.search(named.party.name)))
        return person if personal else not person and named.kind not in {Kind.UNKNOWN, Kind.HACKERS, Kind.ACTOR}

    def _inside_quote(self, sentence: Sentence, place: int) -> bool:
        opened = sentence.opens_quoted
        for mark in re.finditer(r"[\"“”]", sentence.text[:place]):
            opened = not opened if mark.group() == '"' else mark.group() == "“"
        return opened

    def of_quote(self, sentence: Sentence) -> Voice | None:
        """Who speaks a quotation that names nobody in its own sentence: the neighbours of the same paragraph tell."""
        following = sentence.number + 1
        if following < len(self._sentences) and self._sentences[following].block == sentence.block:
            text = self._sentences[following].text
            if re.match(rf"^(?:the )?{SPEAKER}|^[A-Z][a-z]+ said", text) and SAY.search(text[:80]) and not sentence.number:
                return self._main_speaker(self._sentences[following], None)
        return self.before(sentence)

    def of_words(self, sentence: Sentence, start: int, end: int) -> list[Voice]:
        """Who says the words from start to end: the nearest verb of saying that governs them, else "according to", else the
        speaker of the quotation they stand in. Empty when nobody does."""
        for found in (self._on_left(sentence, start), self._on_right(sentence, end), self._according(sentence)):
            if found:
                return found
        if self._inside_quote(sentence, start) or self._all_quoted(sentence):
            quoted = self.of_quote(sentence)
            return [quoted] if quoted else []
        return []

    @staticmethod
    def _all_quoted(sentence: Sentence) -> bool:
        return sentence.text[:1] in '"“' and sentence.text[-1:] in '"”'

    def _on_left(self, sentence: Sentence, start: int) -> list[Voice]:
        text = sentence.text
        for match in reversed(list(SAY.finditer(text[:start]))):
            between = text[match.end() : start]
            if re.search(r"[;]|\. |, (?:while|whereas|which|although|but) ", between):
                break
            voices = self.of_verb(sentence, match.start())
            if voices:
                return [self._with_relay(sentence, voice, match.start()) for voice in voices]
        return self._by_noun(sentence, start)

    def _by_noun(self, sentence: Sentence, start: int) -> list[Voice]:
        """ "The assessment of the NCSC that ...", "Washington's conclusion that ..."."""
        noun = re.search(
            rf"(?P<one>{SPEAKER})(?:['’]s? (?:[\w’'-]+ ){{0,5}})?(?:\([^)]*\) )?(?:[\w’'-]+ ){{0,4}}(?:that|which says|showing|alleging|accusing|blaming|concluding|stating|saying|attributing|linking|naming|assessing)\b[^.;]{{0,160}}$",
            sentence.text[:start],
        )
        return [self.party_at(sentence, noun.start("one"))] if noun else []

    def _with_relay(self, sentence: Sentence, voice: Voice, place: int) -> Voice:
        """Nested sourcing: "AFP reports that officials concluded ..." keeps AFP as who relays."""
        told = re.search(rf"\btold (?:the )?(?P<one>{char_class(Kind.MEDIA)})", sentence.text)
        if told:
            return Voice(voice.party, voice.kind, self._tape.mentions[told.group("one")].party)
        for match in SAY.finditer(sentence.text[:place]):
            at = subject_before(sentence.text, match.start())
            if at is not None:
                outer = self._tape.mentions[sentence.text[at]]
                if outer.party != voice.party:
                    return Voice(voice.party, voice.kind, outer.party)
        return voice

    def _on_right(self, sentence: Sentence, end: int) -> list[Voice]:
        text = sentence.text
        for match in SAY.finditer(text, end):
            before = text[max(end, match.start() - 90) : match.start()]
            inverted = _RIGHT.match(text[match.start() :])
            if inverted and re.search(r"[,\"”’]\s*(?:as )?$", before):
                one = inverted.group("one")
                if one in self._tape.mentions:
                    place = match.start() + inverted.start("one")
                    return [
                        self._with_relay(sentence, self.party_at(sentence, at), match.start())
                        for at in self._joined(text, place)
                    ]
                last = self.before(sentence)
                return [last] if last else []
            place = subject_before(text, match.start())
            if (
                place is not None
                and place >= end
                and re.search(r"[,\"”’–—-][\"”’]?\s*(?:but |and |as )?(?:the |an? |one |its )?$", text[end:place] or ",")
            ):
                return [
                    self._with_relay(sentence, self.party_at(sentence, at), match.start())
                    for at in conjuncts(text, place)
                    if at >= end
                ]
            pronoun = re.search(r"[,\"”’]\s*(?:he|she|it|they)\s*$", before)
            if pronoun:
                last = self.before(sentence)
                return [last] if last else []
        return []

    @staticmethod
    def _joined(text: str, place: int) -> Iterator[int]:
        yield place
        more = _JOINED_BY.match(text[place + 1 :])
        if more:
            yield place + 1 + more.start("one")

    def recalled(self, sentence: Sentence) -> list[tuple[str, Voice]]:
        """Whom a pronoun or an open quotation of a sentence may lead back to, and how."""
        before = sentence.number - 1
        found = (("person", self._persons.get(before)), ("body", self._bodies.get(before)), ("speaker", self._people.get(before)))
        return [(how, voice) for how, voice in found if voice is not None]

    def country_around(self, sentence: Sentence) -> str | None:
        """The country that the paragraph speaks of up to this sentence: its last state or office named as a subject."""
        for earlier in reversed(self._sentences[: sentence.number + 1]):
            if earlier.block != sentence.block and earlier.number < sentence.number - 1:
                return None
            for match in reversed(list(re.finditer(char_class(Kind.STATE, Kind.OFFICIAL), earlier.text))):
                country = self._tape.mentions[match.group()].party.country
                if country and not re.search(r"\b(?:against|with|to) (?:the )?$", earlier.text[max(0, match.start() - 12) : match.start()]):
                    return country
        return None

    def settled(self, voice: Voice, sentence: Sentence, shunned: frozenset[str]) -> Voice:
        """The voice with a country where an official has none of its own: that of the nearest state or office around it, else of
        most officials in the report; never one of those `shunned`."""
        if voice.party.country or voice.kind is not Kind.OFFICIAL:
            return voice
        first = self._first_mention(voice.party) or sentence
        country = self._nearest_country(first, voice.party, shunned) or self._home(shunned)
        party = PartyName(voice.party.name, voice.party.kind, country)
        return Voice(party, voice.kind, voice.relayed_by)

    def _first_mention(self, party: PartyName) -> Sentence | None:
        """Where a person is introduced; nobody for a description such as "the ministry", which means another one each time."""
        if party.name[:1].islower():
            return None
        for sentence in self._sentences:
            if any(self._tape.mentions[char].party == party for char in re.findall(SPEAKER, sentence.text)):
                return sentence
        return None

    def _nearest_country(self, sentence: Sentence, party: PartyName, shunned: frozenset[str]) -> str | None:
        """The country of the nearest state or office before the party in its sentence, after it, or before its sentence."""
        places = [match.start() for match in re.finditer(SPEAKER, sentence.text) if self._tape.mentions[match.group()].party == party]
        at = places[0] if places else len(sentence.text)
        before, after = self._countries(sentence.text[:at], shunned), self._countries(sentence.text[at:], shunned)
        if before or after:
            return before[-1] if before else after[0]
        for earlier in reversed(self._sentences[max(0, sentence.number - 2) : sentence.number]):
            found = self._countries(earlier.text, shunned) if earlier.block == sentence.block else []
            if found:
                return found[0]
        return None

    def _countries(self, text: str, shunned: frozenset[str]) -> list[str]:
        chars = re.findall(char_class(Kind.STATE, Kind.OFFICIAL, Kind.ADJECTIVE), text)
        codes = [self._tape.mentions[char].party.country for char in chars]
        return [code for code in codes if code and code not in shunned]

    def _home(self, shunned: frozenset[str]) -> str | None:
        counts: dict[str, int] = {}
        for char in re.findall(char_class(Kind.OFFICIAL), self._tape.text):
            country = self._tape.mentions[char].party.country
            if country and country not in shunned:
                counts[country] = counts.get(country, 0) + 1
        return max(counts, key=lambda country: counts[country]) if counts else None

    def of_clause(self, sentence: Sentence, place: int) -> list[Voice]:
        """The nearest subject before a place in the same clause, whatever its verb."""
        text = sentence.text
        lower = max(text.rfind(";", 0, place), text.rfind(". ", 0, place), 0)
        for match in re.finditer(SPEAKER, text[lower:place]):
            at = lower + match.start()
            if not _PREPOSITION.search(text[max(0, at - 60) : at]) and self._tape.mentions[match.group()].kind not in {Kind.UNKNOWN, Kind.HACKERS, Kind.ACTOR}:
                return [self.party_at(sentence, one) for one in conjuncts(text, at)]
        return []

    def _according(self, sentence: Sentence) -> list[Voice]:
        for found in _ACCORDING.finditer(sentence.text):
            if _ACCORDING_STRICT.match(found.group()):
                places = self._joined(sentence.text, found.start("one"))
                return [self.party_at(sentence, at) for at in places]
        return []


def report_voice(tape: Tape, sentences: tuple[Sentence, ...], publisher: PartyName | None) -> PartyName | None:
    """Whose report it is, where it speaks of itself as "we" outside quotations: the publisher, else the first body it names."""
    own = sum(
        len(re.findall(r"\b(?:[Ww]e|[Oo]ur)\b", re.sub(r"[\"“][^\"”]*[\"”]", "", sentence.text))) for sentence in sentences
    )
    lead = "".join(sentence.text for sentence in sentences[:4])
    if own < 2 and not _OFFICIAL_PAPER.search(lead):
        return None
    if publisher is not None:
        return publisher
    named = [tape.mentions[char] for char in re.findall(char_class(Kind.COMPANY, Kind.OFFICIAL, Kind.WORLD, Kind.STATE), lead)]
    vendor = _VENDOR.search(tape.text)
    for mention in named:
        if mention.role != "generic" and (mention.kind is Kind.COMPANY) == bool(vendor) and mention.kind is not Kind.STATE:
            return mention.party
    if vendor:
        return PartyName("unspecified", PartyKind.COMPANY)
    return next((mention.party for mention in named if mention.kind is Kind.STATE), None)
