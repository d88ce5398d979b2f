"""Sentences about responses, each to be read after a report's lead, and what they hold.

A line in brackets names the report; an indented line is a response of the sentence above it: the act, the country of who did it
(or else the name), the status, and the country it is against. A sentence without one holds no response.
"""

from __future__ import annotations

Row = tuple[str, str, str, str | None]
Sample = tuple[str, str, set[Row]]

REPORTS = {
    "ALBANIA": (
        "2022-09-07",
        "TIRANA, Sept 7, 2022 - Hackers linked to Iran attacked the websites of the Albanian government in July, "
        "Prime Minister Edi Rama said.",
    ),
    "WATER": (
        "2023-05-03",
        "LONDON, May 3, 2023 - A ransomware gang broke into the computers of Northfield Water, a British utility, in April and "
        "demanded money.",
    ),
    "GERMANY": (
        "2024-06-04",
        "BERLIN, June 4, 2024 - Hackers backed by Russia stole mail from the German foreign ministry in March, "
        "the government said.",
    ),
}

_DIPLOMACY = """
[ALBANIA]
Albania severed diplomatic relations with Iran on Wednesday.
    sever-relations | AL | done | IR
Albania has cut all ties with Tehran.
    sever-relations | AL | done | IR
Relations with Iran were broken off by Albania the same day.
    sever-relations | AL | done | IR
Albania's decision to cut ties with Iran took effect at once.
    sever-relations | AL | done | IR
Albania will break off relations with Iran, the minister said.
    sever-relations | AL | announced | IR
Albania threatened to sever ties with Iran.
    sever-relations | AL | threatened | IR
Albania is considering cutting ties with Iran.
    sever-relations | AL | considered | IR
Albania ruled out severing relations with Iran.
    sever-relations | AL | ruled-out | IR
Iran condemned Albania's decision to cut ties.
    sever-relations | AL | done | IR
The government in Tirana said on Wednesday that it was cutting diplomatic ties with Iran with immediate effect.
    sever-relations | AL | done | IR
Albania expelled two Iranian diplomats.
    expel-diplomats | AL | done | IR
Two Iranian diplomats were expelled by Albania.
    expel-diplomats | AL | done | IR
Albania ordered Iranian diplomats to leave within 24 hours.
    expel-diplomats | AL | done | IR
Iranian diplomats were given 24 hours to leave the country.
    expel-diplomats | AL | done | IR
Albania gave the Iranian embassy staff 48 hours to pack and go.
    expel-diplomats | AL | done | IR
Albania declared four Iranian diplomats persona non grata.
    expel-diplomats | AL | done | IR
Four Iranian diplomats were declared personae non gratae.
    expel-diplomats | AL | done | IR
The foreign ministry told the Iranian ambassador to leave the country by Friday.
    expel-diplomats | AL | done | IR
Albania kicked out Iran's embassy staff.
    expel-diplomats | AL | done | IR
The government announced the expulsion of two Iranian diplomats.
    expel-diplomats | AL | done | IR
Albania could expel more Iranian diplomats.
    expel-diplomats | AL | considered | IR
Lawmakers called on the government to expel the Iranian ambassador.
    expel-diplomats | AL | considered | IR
Albania stopped short of expelling Iranian diplomats.
    expel-diplomats | AL | ruled-out | IR
Tirana broke off ties with Tehran and gave its diplomats a day to pack.
    expel-diplomats | AL | done | IR
    sever-relations | AL | done | IR
[GERMANY]
Berlin will expel five Russian diplomats, a foreign ministry spokesman told reporters.
    expel-diplomats | DE | announced | RU
Poland threw out three Russian diplomats in solidarity with Germany.
    expel-diplomats | PL | done | RU
[ALBANIA]
Albania recalled its ambassador from Tehran for consultations.
    recall-ambassador | AL | done | IR
Albania has called its ambassador home from Tehran.
    recall-ambassador | AL | done | IR
Albania withdrew its envoy.
    recall-ambassador | AL | done | -
[GERMANY]
Germany temporarily recalled its ambassador to Russia.
    recall-ambassador | DE | done | RU
[ALBANIA]
Albania summoned the Iranian ambassador on Thursday.
    summons | AL | done | IR
The Iranian charge d'affaires was summoned to the foreign ministry.
    summons | AL | done | IR
The foreign ministry said it would summon the Iranian ambassador.
    summons | AL | announced | IR
The foreign minister called in Iran's ambassador to protest.
    summons | AL | done | IR
[GERMANY]
Germany hauled in the Russian envoy for a dressing-down.
    summons | DE | done | RU
The Russian embassy's charge d'affaires has been summoned by Berlin.
    summons | DE | done | RU
Foreign Minister Anna Weiss said Germany had summoned the Russian ambassador, Sergei Petrov, on Tuesday.
    summons | DE | done | RU
Russia's ambassador was called in on Tuesday to hear a protest.
    summons | DE | done | RU
"""

_SANCTIONS_AND_LAW = """
[ALBANIA]
The United States imposed sanctions on Iran's Ministry of Intelligence and Security.
    sanctions | US | done | IR
The US Treasury blacklisted two Iranian companies.
    sanctions | US | done | IR
The European Union sanctioned three Iranian nationals.
    sanctions | EU | done | IR
Sanctions were imposed on the ministry by the United States.
    sanctions | US | done | -
Sanctions imposed by Britain freeze the assets of two men.
    sanctions | GB | done | -
Britain announced asset freezes against five Iranian officials.
    sanctions | GB | done | IR
The United States is weighing new sanctions against Iran.
    sanctions | US | considered | IR
The White House threatened Iran with sanctions.
    sanctions | US | threatened | -
Canada plans to impose sanctions on Iran.
    sanctions | CA | announced | IR
Washington ruled out sanctions.
    sanctions | US | ruled-out | -
Australia has no plans to impose sanctions.
    sanctions | AU | ruled-out | -
Iran condemned the sanctions imposed by the United States.
    sanctions | US | done | -
The Treasury Department designated the group's leader under Executive Order 13694.
    sanctions | US | done | -
The company was added to the sanctions list by the European Union.
    sanctions | EU | done | -
[GERMANY]
EU foreign ministers agreed to impose sanctions on three GRU officers.
    sanctions | EU | announced | RU
The EU on Thursday slapped travel bans and asset freezes on two Russian officers.
    sanctions | EU | done | RU
    travel-ban | EU | done | RU
Brussels is preparing a new round of sanctions.
    sanctions | EU | announced | -
Sanctions remain an option, a German official said.
    sanctions | DE | considered | -
Opposition leader Max Braun demanded sanctions against Moscow.
    sanctions | Max Braun | considered | RU
The chancellor warned that Germany could respond with sanctions.
    sanctions | DE | considered | -
Washington joined London in imposing sanctions on the unit.
    sanctions | US | done | -
The Treasury's Office of Foreign Assets Control added two men to its sanctions list.
    sanctions | US | done | -
The two men now face asset freezes in Britain.
    sanctions | GB | done | -
[ALBANIA]
Britain imposed a travel ban on two Iranian officers.
    travel-ban | GB | done | IR
Two Iranian officers were banned from entering the European Union.
    travel-ban | EU | done | IR
[GERMANY]
The US Justice Department unsealed charges against five Russian officers.
    indictment | US | done | RU
German prosecutors charged Dmitri Petrov with espionage.
    indictment | DE | done | -
Germany's federal prosecutor issued an arrest warrant for Dmitri Petrov.
    indictment | DE | done | -
US prosecutors have charged four Russian intelligence officers with conspiracy to commit computer fraud.
    indictment | US | done | RU
Arrest warrants were issued for two men in Moscow.
    indictment | DE | done | -
German police arrested two suspects in Hamburg.
    arrest | DE | done | -
Two men were arrested in Spain on Monday.
    arrest | ES | done | -
A suspect was taken into custody, German police said.
    arrest | DE | done | -
Spanish police arrested the group's alleged leader in Alicante.
    arrest | ES | done | -
Three people were detained in a series of raids across Bavaria, the interior ministry said.
    arrest | DE | done | -
The State Department offered a reward of up to $10 million for information on the group.
    reward-offer | US | done | -
Washington is offering up to $5 million for tips leading to arrests.
    reward-offer | US | done | -
A bounty of $10 million was placed on the hackers by the United States.
    reward-offer | US | done | -
The State Department's Rewards for Justice programme is offering up to $10m for information on the officers.
    reward-offer | US | done | -
German police raided three apartments in Berlin.
    raid | DE | done | -
Police searched the offices of a hosting firm in Frankfurt.
    raid | DE | done | -
The FBI seized two domains used by the hackers.
    raid | US | done | -
Investigators confiscated servers in the Netherlands.
    raid | DE | done | -
Europol said that law enforcement agencies from eight countries had seized the gang's servers.
    raid | agencies from eight countries | done | -
The FBI dismantled a botnet of routers that the hackers had used.
    seizure-or-takedown | US | done | -
Microsoft took down servers used by the group.
    seizure-or-takedown | Microsoft | done | -
Facebook removed accounts linked to the operation.
    seizure-or-takedown | Facebook | done | -
The FBI deleted web shells from hundreds of servers.
    seizure-or-takedown | US | done | -
The FBI said it had disrupted a botnet controlled by the GRU.
    seizure-or-takedown | US | done | -
With a court's permission the FBI wiped the malware from infected routers.
    seizure-or-takedown | US | done | -
Google suspended accounts linked to the operation.
    seizure-or-takedown | Google | done | -
"""


def samples_of(text: str) -> list[Sample]:
    """The sentences of a table with what each holds."""
    found: list[Sample] = []
    report = ""
    for line in text.strip().splitlines():
        if line.startswith("["):
            report = line.strip("[]")
        elif line.startswith("    "):
            act, by, status, against = line.strip().split(" | ")
            found[-1][2].add((act, by, status, None if against == "-" else against))
        else:
            found.append((report, line, set()))
    return found


DIPLOMACY, SANCTIONS_AND_LAW = samples_of(_DIPLOMACY), samples_of(_SANCTIONS_AND_LAW)
