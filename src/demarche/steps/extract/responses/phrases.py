"""Patterns for whoever may stand before a verb, after "by", or in a list, as mentions of the tape or in plain words."""

from __future__ import annotations

import re

from demarche.steps.extract.responses.view import ANY, DOER, STATE
from demarche.steps.extract.signals.signs import StemIndex

TAIL = (
    r"(?:['’]s? (?:(?!and\b|who\b|which\b)[\w’'-]+ ){0,5}[\w’'-]+)?(?: \([^)]{0,60}\))?"
    rf"(?:,? (?:of|in|at|from|for) (?:the )?(?:{ANY}(?:['’]s)?|[\w’'-]+)(?: [\w’'-]+){{0,3}})?"
    r"(?:, [^;:]{0,110},|,)?(?: [A-Z][a-z]+day)?"
    r"(?: (?:on|in|late|early|last|this|at|for|through|via|together|along|meanwhile) [^,;:]{0,45})?,? ?$"
)
"""What may stand between a subject and its verb: what it owns, an apposition, a time."""
AT_VERB = re.compile(rf"{DOER}{TAIL}")

_BODY = (
    r"(?:(?i:prosecutors?(?: general)?|agents|officers|ministers?|court|judges?|jury|lawmakers|senators|regulators?|"
    r"parliament|government|"
    r"cabinet|police|ministry|agency|administration|department|council|commission|committee|congress|senate|detectives|"
    r"investigators|"
    r"president|mayor|governor|authority|authorities|watchdog|forces|treasury)|agencies(?: (?:from|of|in) \w+ countries)?)"
)
_BEFORE_BODY = (
    r"(?:[A-Z][\w’'-]+|and|justice|foreign|interior|defen[cs]e|health|finance|energy|treasury|home|cyber|security|"
    r"intelligence|federal|"
    r"state|local|public|grand|counter-terrorism|high|bipartisan|group|of|[a-z]+(?:al|ic|ary))"
)
_VICTIM = (
    r"(?:company|firm|hospital|city|council|county|university|school|district|retailer|operator|library|fund|bank|group|"
    r"trust|utility|"
    r"carmaker|insurer|chain|board|administration|mayor|customers|users|patients|shareholders|employees|investors|clients|residents|"
    r"victims|families)"
)
_CAPITALISED = r"[A-Z][\w&.’-]*\w"
PLAIN_BODY = re.compile(rf"(?P<one>\b(?:{_BEFORE_BODY} ){{0,4}}?{_BODY})\b{TAIL}")
PLAIN_VICTIM = re.compile(
    rf"(?P<one>\b(?:[Tt]he |[Ii]ts )?(?:(?!(?:if|when|that|and|or|but|as|while|whether) )[\w-]+ )?{_VICTIM})\b{TAIL}"
)
PLAIN_TITLE = re.compile(
    rf"(?P<one>(?:\b[\w’'-]+ |{ANY}(?:['’]s)? ){{0,3}}?\b(?:head|chief|director|officer|minister|executive|manager|"
    rf"commissioner|secretary|chair(?:man|woman)?|boss|editor)(?:[- ]general)?(?: of (?:the )?(?:{ANY}|[\w-]+))?){TAIL}"
)
PLAIN_NAME = re.compile(rf"(?:\b[Tt]he )?(?P<one>\b{_CAPITALISED}(?: (?:{_CAPITALISED}|of|and|the(?= [A-Z]))){{0,4}}){TAIL}")
PLAIN = (PLAIN_BODY, PLAIN_VICTIM, PLAIN_TITLE, PLAIN_NAME)
PLAIN_INDEX = StemIndex(
    (
        "prosecutor|agents|officers|minister|court|judge|jury|lawmakers|senators|regulator|parliament|government|cabinet|police|"
        "ministry|agency|administration|department|council|commission|committee|congress|senate|detectives|investigators|"
        "president|mayor|governor|authorit|watchdog|forces|treasury|agencies",
        "company|firm|hospital|city|council|county|university|school|district|retailer|operator|library|fund|bank|group|trust|"
        "utility|carmaker|insurer|chain|board|administration|mayor|customers|users|patients|shareholders|employees|investors|"
        "clients|residents|victims|families",
        "head|chief|director|officer|minister|executive|manager|commissioner|secretary|chair|boss|editor",
    )
)
"""Plain strings, one of which every match of the first three holds."""
OPENING_BODY = re.compile(rf"(?:[^,;]{{0,30}}, )?(?:[Tt]he |[Aa]n? |[Ii]ts )?(?P<one>(?:[\w-]+ ){{0,3}}?{_BODY})\b")
NO_NAME = re.compile(
    r"(?:The|This|That|These|Those|A|An|In|On|At|By|For|From|With|After|Before|As|But|And|When|While|If|It|Its|He|She|They|"
    r"No|Not|One|"
    r"Two|Three|Then|Now|Today|Yesterday|[A-Z][a-z]+day|January|February|March|April|May|June|July|August|September|October|"
    r"November|"
    r"December|Also|There|Here|What|Who|Why|How|Where|Both|All|Some|Many|Several|Others?|Meanwhile|Later|Earlier|Nor|Neither|"
    r"Nobody|"
    r"None|Since|Until|Because|Although|Though|Despite|Like|Unlike|Once|Following|According|Under|Each|Every|So|Yet|Only|Hackers|Officials)\b"
)
"""Capitalised words that begin sentences rather than names."""

AND_MORE = (
    r"(?:(?:the|an?|its|several|their) )?"
    r"(?:(?:[a-z-]+ ){0,3}(?:agencies|governments?|authorities|counterparts|services|ministers|police|partners) (?:of|in|"
    r"from) (?:the )?)?"
)
LISTED_BEFORE = re.compile(
    rf"(?P<one>{DOER})(?:['’]s? [\w’' -]{{0,50}})?"
    rf"(?:,(?: and)?|,? (?:and|as well as|together with|along with|alongside)) {AND_MORE}$"
)
NAME_BEFORE = re.compile(r"(?P<one>\b[A-Z][a-z]+(?: [A-Z][\w’-]+)+),? and (?:the )?$")
LISTED_AFTER = re.compile(
    rf"(?:['’]s [\w ]{{0,30}})?(?:,? (?:and|as well as|along with|together with),?|,)(?: and)? {AND_MORE}(?P<one>{ANY})"
)
LIST_ENDS = re.compile(
    rf"(?:, (?:and )?{AND_MORE}{ANY}(?:['’]s [\w ]{{0,30}})?)*(?:,? and|, and) {AND_MORE}(?:{ANY}|\w)|, (?:and|together with|"
    r"as well as)"
)
"""A comma goes on with a list only when "and" comes in the end."""

_BY = r"(?:the |an? |its |both |agents of the |officers of the |agencies of )?"
AGENT = re.compile(rf"[^.;:]{{0,90}}?\b(?:by|from) {_BY}(?:(?!by\b)[\w’'-]+ ){{0,4}}?(?P<one>{DOER})")
AGENT_NEAR = re.compile(
    rf"(?: [\w’'-]+,?| {ANY}(?:['’]s)?){{0,6}}? (?:by|from) {_BY}(?:(?!by\b)[\w’'-]+ ){{0,3}}?(?P<one>{DOER})"
)
PLAIN_AGENT = re.compile(
    rf"[^.;:,]{{0,50}}? by (?:[Tt]he |an? |its )?"
    rf"(?P<one>(?:[\w-]+ ){{0,3}}(?:{_BODY}|{_VICTIM})\b|{_CAPITALISED}(?: (?:{_CAPITALISED}|of)){{0,4}})"
)
OWNER = re.compile(
    rf"(?P<one>{DOER})(?: \([^)]{{0,20}}\))?(?:['’]s? (?:[a-z-]+ ){{0,3}}| (?:(?:own|new|latest|joint|first|formal|swift|cyber|"
    r"cyber ?security|technical|security|emergency|public|flash|federal|criminal|arrest) )*)$"
)
SPEAKER_AFTER = re.compile(
    rf"\baccording to {AND_MORE}(?:[a-z-]+ ){{0,3}}(?P<two>{DOER})|[,.!?][\"”’]* {AND_MORE}(?:(?:said|says|announced) )?"
    rf"(?P<one>{DOER})(?=[^.;]{{0,60}}\b(?:said|says|told|announced|reported|disclosed|confirmed)\b)"
)
SPEAKER_OF_QUOTE = re.compile(rf"[.!?,][\"”]+,? (?:said |says )?{AND_MORE}(?:[\w-]+ ){{0,4}}?(?P<one>{DOER})")
LED_BY = re.compile(
    r"(?:operation|effort|campaign|action)s? (?:\w+ )?(?:led|run|headed|coordinated|conducted|carried out) by (?:the )?"
    rf"(?P<one>{DOER})[^,;]{{0,20}}$"
)
DECISION = re.compile(
    rf"(?P<one>{DOER})['’]s? (?:[\w-]+ )?(?:decision|move|plan|threat|vow|promise) (?:to |of )?(?P<more>[^.;,]{{0,60}} and )?$|"
    rf"\b(?:decision|move) (?:by|of) (?:the )?(?P<two>{DOER}) (?:to )?$"
)
WITH_DOING = re.compile(rf"\bwith (?:the )?(?P<one>{DOER})(?: \w+)? [a-z]+ing\b[^.;]*$")
"""A clause of its own without a finite verb: "with Washington blaming Iran and promising"."""
WHERE = re.compile(rf"(?:[^.;,]{{0,45}}? (?:in|into|at)|) (?:the )?(?P<one>{STATE})")
PROMISED = re.compile(
    r"\b(?:said|says|told|promised|promises|announced|announces|pledged|vowed|declared|warned|confirmed|added|adds)\b"
)
