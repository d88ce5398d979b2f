"""What page furniture says, as data. Each cue is a way of speaking that pages have and reporting has not: they speak to the
reader, offer links and forms, and name rights and tools. None is tuned to one site.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

ANY = r"[^\n]{0,400}?"
_NAME = r"(?:[A-Z][\w.’'-]+ ){1,4}"
_AGENCY = (
    r"(?:Reuters|AFP|AP|EPA|EFE|Getty(?: Images)?|Shutterstock|Bloomberg|iStock|Alamy|Unsplash|Flickr|Wikimedia(?: "
    r"Commons)?|Xinhua|TASS|"
    r"Anadolu)"
)


def any_case(*patterns: str) -> re.Pattern[str]:
    """One pattern of several, in which case does not matter."""
    return re.compile("|".join(patterns), re.IGNORECASE)


def _list(words: str) -> tuple[str, ...]:
    return tuple(words.split("|"))


@dataclass(frozen=True, slots=True)
class Cue:
    """A reason and what gives it: `opens` fits the start of a unit, `holds` any place of one that has one of the `needs` in it
    (in lower case: cheap to look for). `most` is the number of words that it can judge; `certain` cues hold against words of
    reporting too.
    """

    reason: str
    opens: re.Pattern[str] | None = None
    holds: re.Pattern[str] | None = None
    needs: tuple[str, ...] = ()
    most: int = 70
    certain: bool = False

    def fits(self, text: str, needed: bool) -> bool:
        """Whether a unit's text, which has one of the `needs` in it or not, speaks this way."""
        if self.opens and self.opens.match(text):
            return True
        return needed and self.holds is not None and bool(self.holds.search(text))


CUES = (
    Cue(
        "link to another page",
        opens=any_case(
            r"[^\w\"“‘']{0,3}(?:read (?:more|also|next)|also read|see also|more (?:on|about)|related(?: \w+)?|"
            r"recommended(?: \w+)?|don[’']t miss|"
            r"most (?:read|popular|viewed|shared)|watch(?: now)?|listen(?: now)?|further reading|up next|in case you "
            r"missed it|next(?: \w+)?|previous(?: \w+)?|live(?: blog)?|"
            r"podcast|video|gallery|in pictures|explainer|quiz|full coverage|sign ?up|subscribe|follow|download)\s*[:：|»>]",
            r"[^\w\"“‘']{0,3}(?:read (?:more|also|next)|also read|(?:click|tap) here)\b",
            r"[»→›]\s",
        ),
        most=40,
        certain=True,
    ),
    Cue(
        "photo caption or credit",
        opens=re.compile(
            r"(?:Photo(?:graph)?|Image|Picture|Illustration|Graphic|Screenshot)s?(?: credit| by| courtesy(?: of)?| "
            r"source)?\s*:|Credit:"
        ),
        holds=re.compile(
            r"\((?:[Ff]ile )?(?:[Pp]hoto|[Ii]mage|[Pp]icture|[Pp]hotograph|[Cc]redit|[Ii]llustration|[Gg]raphic|"
            r"[Ss]creenshot|PHOTO|IMAGE|"
            + _AGENCY
            + r")s?\b[^()]{0,120}\)\.?$|(?:[.|]\s*)(?:Photo(?:graph)?|Image|Picture|Credit)s?(?: credit| by| courtesy(?: "
            r"of)?)?\s*:[^.]{1,100}\.?$|"
            r"\b(?:Photo(?:graph)?|Picture|Image) (?:by|courtesy)[: ][^.]{1,80}\.?$|"
            r"(?:©\s*[^.]{0,40}|[\w.’-]{2,40}\s*/\s*)" + _AGENCY + r"(?:\s*/\s*[\w .’-]{1,40})?\)?\.?$"
        ),
        needs=_list("photo|image|picture|credit|illustration|graphic|screenshot|©|/|(reuters|(ap|(afp|(getty"),
        most=60,
        certain=True,
    ),
    Cue(
        "newsletter form",
        opens=any_case(
            rf"(?:enter|select|provide|type)\b{ANY}\be-?mail address",
            rf"(?:get|receive|sign up|subscribe)\b{ANY}\b(?:delivered|straight|e-?mail|inbox|latest|every (?:day|week|"
            rf"morning))\b",
            r"your e-?mail(?: address)?\b|e-?mail address\s*[:*\[]",
        ),
        holds=any_case(
            rf"\b(?:newsletters?|mailing list|inbox|e-?mail updates|news alerts?)\b{ANY}\b(?:you|your|our|e-?mail)\b",
            rf"\b(?:you|your|our|receive|get|sign up|subscribe)\b{ANY}\b(?:newsletters?|mailing list|inbox|e-?mail updates|"
            rf"news alerts?)\b",
            rf"\bby (?:signing up|subscribing|submitting|clicking)\b{ANY}\byou\b",
            rf"\bunsubscribe\b{ANY}\b(?:you|any ?time|link|here)\b|\byou can unsubscribe\b",
        ),
        needs=_list("newsletter|mailing list|inbox|mail updates|alert|signing up|subscrib|submitting|clicking"),
        most=120,
    ),
    Cue(
        "privacy or cookie text",
        opens=any_case(r"(?:accept|reject|manage|allow)(?: all)?(?: cookies)?$|we value your privacy\b"),
        holds=any_case(
            rf"\b(?:privacy|cookies?) (?:policy|notice|statement|settings|preferences)\b{ANY}\b(?:you|your|our|we|us)\b",
            rf"\b(?:you|your|our|we|us|I)\b{ANY}\b(?:privacy|cookies?) (?:policy|notice|statement|settings|preferences)\b",
            r"\b(?:we|this (?:web)?site|our (?:web)?site|our partners)\b[^.]{0,60}\buses? (?:[\w-]+ )?cookies\b",
            r"\bmay (?:be using|use|set) cookies\b|\bask for your permission\b|\bthird-party content\b",
            r"\b(?:accept|reject|manage|allow) (?:all )?(?:\w+ )?cookies\b|\bdo not sell (?:or share )?my\b|\bprotected by "
            r"recaptcha\b",
            rf"\b(?:your consent|consent to (?:the|our) use|legitimate interests?)\b{ANY}\b(?:cookies|partners|withdraw|"
            rf"personal data)\b",
        ),
        needs=_list("privacy|cookie|consent|not sell|recaptcha|legitimate interest|permission|third-party"),
        most=160,
    ),
    Cue(
        "legal footer",
        opens=any_case(r"(?:copyright|©|\(c\))\s*(?:\d{4}|©|by\b)"),
        holds=any_case(
            r"\ball rights reserved\b|©\s*(?:copyright )?\d{4}|\b(?:may|must) not be (?:published, broadcast|reproduced|"
            r"republished|rewritten|"
            r"redistributed)\b|\bregistered (?:in england|charity|company number)\b|\bnot responsible for the content of "
            r"external\b",
            rf"\bterms (?:of|and) (?:use|service|conditions)\b{ANY}\b(?:you|your|our|apply)\b|\bmay earn (?:a|an "
            rf"affiliate) commission\b",
        ),
        needs=_list("rights reserved|©|not be |registered|not responsible|terms |commission"),
        most=90,
        certain=True,
    ),
    Cue(
        "event promotion",
        holds=any_case(
            rf"\b(?:webinar|round ?table|conference|summit|workshop|masterclass|(?:virtual|live|our) event|meetup|"
            rf"livestream)\b{ANY}\b(?:"
            r"for more information|to register(?:,|\.| for| visit)|register (?:now|here|today|for)|find out more|book "
            r"(?:your|a) (?:place|seat|ticket)|tickets|save your seat|rsvp)\b",
            rf"\b(?:register|join us|sign up|rsvp)\b{ANY}\b(?:webinar|round ?table|conference|summit|workshop|masterclass|"
            rf"livestream)\b",
            r"^(?:[\w’'.&-]+ ){1,6}(?:is|are|will be) (?:hosting|holding|organi[sz]ing) (?:a|an|its|our|the) (?:[\w-]+ ){0,4}"
            r"(?:webinar|round ?table|masterclass|workshop)\b",
        ),
        needs=_list("webinar|table|conference|summit|workshop|masterclass| event|meetup|livestream"),
    ),
    Cue(
        "subscription offer",
        opens=any_case(
            r"already (?:a|have a) (?:subscriber|member|subscription|account)|(?:to continue|continue|keep) reading\b",
            r"subscribe (?:for|from|now|today)\b",
        ),
        holds=any_case(
            r"\bcreate (?:a|your) free account\b|\bthis (?:article|content|story|page) is (?:only )?(?:available )?(?:for|"
            r"to) (?:subscribers|"
            r"members|registered)|\byou have (?:\w+ )?(?:free )?articles? (?:left|remaining)|\bsupport (?:our|independent) "
            r"journalism\b",
            rf"\b(?:free|monthly|digital) (?:trial|subscription)\b{ANY}\b(?:you|your|now|today)\b|\bsubscribe to (?:read|"
            rf"continue|our|the|us)\b",
            r"\b(?:become|becoming) a (?:member|subscriber|supporter)\b",
        ),
        needs=_list("account|subscri|member|journalism|trial|articles|registered|supporter"),
    ),
    Cue(
        "comment form",
        opens=any_case(
            r"(?:leave|post|add|write|submit) a (?:comment|reply)|(?:be the first to|no) comments?\b|notify me (?:of|by|"
            r"when)",
        ),
        holds=any_case(
            r"\be-?mail address will not be published\b|\brequired fields are marked\b|\b(?:log|sign) in to (?:comment|"
            r"reply|post)\b",
            r"\bcomments are (?:closed|moderated|off)\b|\bcomments? (?:policy|guidelines)\b|\bview (?:all )?\d* ?comments\b",
        ),
        needs=_list("comment|not be published|required fields|in to reply|in to post"),
        certain=True,
    ),
    Cue(
        "site tools",
        opens=any_case(
            r"(?:follow|like|find|join|connect with) (?:us|me|@?\w+) on\b|(?:follow|like) us\b|download (?:our|the)(?: "
            r"free)? app\b",
            r"(?:follow|join) (?:[\w’'.&-]+ ){0,6}on (?:twitter|x|facebook|linkedin|telegram|instagram|mastodon|bluesky|"
            r"google|whatsapp)\b",
            r"(?:skip to|jump to|back to|return to|go to) (?:the )?(?:main |primary )?(?:content|navigation|top|home(?: "
            r"?page)?|search|article)\b",
            rf"(?:have|got|do you have) (?:a|any) (?:news )?(?:tips?|story|confidential|feedback|question|"
            rf"comments?)\b{ANY}\b(?:us|here|e-?mail)\b",
            r"this (?:page|site|website) requires|(?:please )?enable (?:javascript|cookies)|your browser (?:does not|is)\b",
            r"(?:load|show|view|see|read|find out|learn) (?:more|less|all)(?: (?:stories|news|articles|posts|results|here|"
            r"comments))?\s*\W*$",
            r"(?:is|was) this (?:page|article|content|post|information) (?:useful|helpful)|report (?:a|an) (?:problem|"
            r"error) (?:with|on) this\b",
            r"(?:print|listen to) this (?:page|article|story)|this (?:article|story|post) (?:was|is) (?:originally|first) "
            r"(?:published|posted)",
        ),
    ),
    Cue(
        "credits",
        opens=re.compile(
            r"\(?(?:Additional |Further )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Ee]dited|[Cc]ompiled|[Tt]ranslated|"
            r"[Pp]roduction) by:? "
            r"(?:(?:[A-Z][\w.’'-]*|and|in|by|for|the|&|[Ee]diting|[Ww]riting|[Rr]eporting|additional)[;,:.)]*(?:\s+|$))+$"
        ),
        most=60,
        certain=True,
    ),
)
"""Cues that count everywhere in a page."""

EDGE_CUES = (
    Cue(
        "author biography",
        opens=re.compile(
            _NAME + r"(?:is|was|has been) (?:a|an|the|our) (?:[\w’',&-]+ ){0,6}(?:reporter|journalist|correspondent|editor|"
            r"writer|columnist|"
            r"contributor|fellow|author|researcher|analyst|blogger|consultant)\b|"
            + _NAME
            + r"(?:covers|writes (?:about|on)|reports on) (?:[\w,’'-]+ ){1,20}(?:for|at|from|and)\b"
        ),
        most=90,
    ),
    Cue(
        "addressed to the reader",
        opens=any_case(
            r"(?:please )?(?:subscribe|sign up|register|join|follow|share|click|visit|enter|select|log ?in|sign in|donate|"
            r"send us|get|try|buy|"
            r"watch|listen|read|see|find out|discover|explore|learn|browse|manage|accept|choose|create|start|stay|keep up|"
            r"tell us|let us know|"
            r"want|interested|looking for|do you|are you|have you|contact|e-?mail|support|connect|request|schedule|book|"
            r"talk to|speak to|"
            rf"for more)\b{ANY}\b(?:you|your|us|our|here|now|today|free|more|newsletter|account|page|website)\b"
        ),
        most=60,
    ),
    Cue(
        "about the publisher",
        opens=any_case(r"about (?:us|the (?:company|publisher))\b"),
        holds=any_case(
            rf"\b(?:our|we|us)\b{ANY}\b(?:newsletter|subscribers?|readers|advertis\w+|services are|privacy|journalism|"
            rf"editorial|award-winning)\b",
            r"\bis (?:a|the) (?:leading|global|world[’']s leading|premier|trusted) (?:provider|source|publisher|supplier|"
            r"vendor)\b",
        ),
        needs=_list(
            "newsletter|subscriber|readers|advertis|services|privacy|journalism|editorial|award|provider|source|publisher|"
            "supplier|vendor"
        ),
        most=90,
    ),
)
"""Cues that count above and below the article only; inside it people really speak so."""
