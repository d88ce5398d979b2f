"""Words of names: which capitalised words are no part of a person's name, and which stand before one."""

from __future__ import annotations

LETTERS = "[a-zà-žA-ZÀ-Ž]"
HONORIFICS = "Mr|Mrs|Ms|Dr|Sir|Dame|Prof|Gen|Maj|Lt|Col|Adm|Sen|Rep"

# A row of capitalised words that holds one of these is no person: "Supreme Court", "Monday Morning".
ORGANISATION_WORDS = frozenset(
    (
        "The This That These Those A An In On At By For From With After Before As But And When While If It Its His Her Their "
        "Our My We He She They No Not One Two Three Four Five Last Next Monday Tuesday Wednesday Thursday Friday Saturday "
        "Sunday January February July September October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec "
        "Group Team Ltd Inc Corp University Hospital Hospitals Bank Agency Ministry Department Office Council Committee "
        "Institute Institution Company Union Party Court Treaty Act Article Report Times Post News Press Media Street House "
        "Palace Square City County State States Republic Kingdom Island Islands East West North South Europe Asia Africa "
        "America Americas Gulf Sea Ocean River Mountain Valley Airport Port Olympic Olympics Games World Cup War Internet Web "
        "Cyber Security Windows Exchange Server Outlook Cloud System Systems Network Networks Technology Technologies "
        "Software Digital Data Bitcoin Middle Western Eastern Northern Southern Central National International Federal "
        "Foreign Public Global Revolutionary People Democratic Republican Republicans Democrats Health Service Services "
        "Energy Power Electric Oil Gas Airlines Air Force Navy Army Police Intelligence Operation Operations Unit Centre "
        "Center Commission Authority Board Foundation Fund Association Organisation Organization Conference Summit Forum "
        "Project Program Programme Plan Strategy Framework Convention Christmas Easter Day Year Week Black White Red Chief "
        "Executive Officer Director Minister President Secretary Prime Deputy Senior Special Attorney Judge Justice District "
        "Microsoft Google Apple Amazon Facebook Twitter Telegram Yahoo Adobe Cisco Oracle Sony Threat Advanced Persistent "
        "Common Vulnerabilities Exposures Read More Photo Image Silicon Wall Capitol Supreme High Trade Treasury Home Defence "
        "Defense Information Communications Command Bureau Dear Follow According Meanwhile However Asked Speaking Sources "
        "Officials Researchers Experts Analysts Hackers Russian Chinese Most Many Some Several Other Another Early Late Since "
        "Until Under Over Both All Such Only Even Yet Still There Here What Who Why How Where Which Whether Neither Nor Or So "
        "Then Now Today Yesterday Tomorrow Earlier Later Also Because Although Though Despite Like Unlike Among Between "
        "Within Without During Through Against About Around Across Behind Beyond Near Off Out Up Down To Of"
    ).split()
)

# A name begins behind these: "On Monday", "Prime Minister".
LEADING = frozenset(
    (
        "On In At By For From With After Before As But And When While If Monday Tuesday Wednesday Thursday Friday Saturday "
        "Sunday January February March April May June July August September October November December President Prime Vice "
        "Minister Chancellor Senator Secretary Ambassador Foreign Defence Defense Interior Justice Deputy Attorney General "
        "Judge Governor Mayor King Queen Spokesman Spokeswoman Spokesperson Representative Congressman Congresswoman "
        "Commissioner Director Chief Chairman Admiral Colonel Major Professor Then Meanwhile Yesterday Today Premier Home "
        "Digital Speaker Detective Inspector Officer Executive Press Special Agent State Security National Adviser Advisor "
        "Assistant Under Undersecretary Secretary-General Director-General Attorney-General Major-General Lieutenant-General "
        "Brigadier-General Vice-President Ministers Presidents D.C. P.S. U.S. U.K. U.N."
    ).split()
)

# A name begins anew behind these, wherever they stand in a row of capitalised words: "Example Chief Technology Officer A B".
OFFICES = frozenset(
    (
        "President Minister Chancellor Senator Secretary Ambassador Governor Mayor Commissioner Director Chairman Admiral "
        "Colonel Professor Premier Inspector Officer Congressman Congresswoman Spokesman Spokeswoman Spokesperson Adviser "
        "Advisor Undersecretary"
    ).split()
)
