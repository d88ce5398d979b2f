"""Words that the tables of signs share, as pieces of patterns over lower-case text."""

from __future__ import annotations

GAP = r"(?:[\w’'$€£.%&-]+,? ){0,5}?"
SYSTEMS = (
    r"(?:computers?|servers?|machines?|workstations?|systems?|(?:hard )?drives?|disks?|files?|data|networks?|pcs|records|"
    r"databases?|modems?|backups?|infrastructure|"
    r"terminals|routers|devices|laptops)"
)
DATA = (
    r"(?:data|files|documents?|records?|information|e-?mails?|mail|particulars|correspondence|details|secrets|gigabytes|"
    r"terabytes|gb|tb|names|numbers|credentials|"
    r"blueprints|passwords|addresses|communications|archives?|mailbox(?:es)?|inbox(?:es)?|cables|letters|plans|designs|"
    r"source code|films|salaries|papers|content|contents)"
)
OUT = (
    r"(?:websites?|web sites?|sites?|services?|portals?|systems?|servers?|networks?|pages|platforms?|operations|production|"
    r"plants?|broadcasts?|channels?|trains?|pumps|"
    r"applications?|internet access|connections?|terminals?|telephones?|lines?|screens|tills|deliveries|orders|payments|"
    r"lights|modems|turbines|stations|stores)"
)
USERS = (
    r"(?:government|ministries|country|electricity|power|air|railways?|hospitals?|banks?|pipeline|business(?:es)?|traffic|"
    r"satellite|communications|users|customers|"
    r"public|internet|administration|city|agency|company|factories|grid)"
)
DOWN = (
    r"(?:disrupted|paralysed|paralyzed|crippled|down|offline|dark|unavailable|suspended|halted|interrupted|shut(?: down)?|"
    r"crashed|inaccessible|unreachable|cut off|"
    r"could not be reached|could not be opened|stopped(?: working| responding)?|failed|switched off|blocked|knocked out|"
    r"black|silent|unusable|frozen|out of action|off the internet)"
)
