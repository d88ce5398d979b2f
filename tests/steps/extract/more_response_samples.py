"""More sentences about responses; see `response_samples` for how to read them."""

from __future__ import annotations

OTHERS = """
[ALBANIA]
The FBI and CISA issued a joint advisory on Wednesday.
    advisory | US | done | -
A joint advisory was published by the NSA.
    advisory | US | done | -
An FBI alert urged companies to patch their servers.
    advisory | US | done | -
Britain's National Cyber Security Centre warned operators of critical infrastructure to be on their guard.
    advisory | GB | done | -
CISA urged organisations to apply the update.
    advisory | US | done | -
Microsoft released indicators of compromise.
    advisory | Microsoft | done | -
According to an advisory from the FBI, the intruders used a known flaw.
    advisory | US | done | -
[GERMANY]
Agencies from the United States, Britain and Germany published a joint advisory describing the group's methods.
    advisory | DE | done | -
    advisory | GB | done | -
    advisory | US | done | -
In an advisory issued on Friday, the BSI urged organisations to patch the flaw.
    advisory | DE | done | -
Germany's BSI issued a warning to operators of critical infrastructure.
    advisory | DE | done | -
[ALBANIA]
The FBI sent a team of experts to Tirana.
    assistance | US | done | -
NATO offered Albania its help.
    assistance | NATO | announced | -
Germany pledged assistance to Albania.
    assistance | DE | announced | -
Estonia will send specialists.
    assistance | EE | announced | -
Microsoft helped the Albanian government restore its systems.
    assistance | Microsoft | done | -
The United States is helping Albania to recover its data.
    assistance | US | done | -
Israel offered to assist Albania.
    assistance | IL | announced | -
A Microsoft incident response team was flown to Tirana.
    assistance | Microsoft | done | -
The US has dispatched cyber experts to help Albania recover.
    assistance | US | done | -
Secretary General Jens Stoltenberg said NATO would provide Albania with assistance.
    assistance | NATO | announced | -
Experts from the FBI have been helping Albanian investigators restore the systems.
    assistance | US | done | -
Britain condemned the attack.
    condemnation | GB | done | -
The attack was condemned by NATO and the European Union.
    condemnation | EU | done | -
    condemnation | NATO | done | -
France, Germany and Spain denounced the cyberattack.
    condemnation | DE | done | -
    condemnation | ES | done | -
    condemnation | FR | done | -
The attack drew condemnation from Washington.
    condemnation | US | done | -
The US secretary of state called the attack "totally unacceptable".
    condemnation | US | done | -
The European Union strongly condemns the cyberattack against Albania.
    condemnation | EU | done | -
In a statement, NATO's council "strongly condemned" the attack.
    condemnation | NATO | done | -
The attack has been widely condemned, including by Canada and Japan.
    condemnation | CA | done | -
    condemnation | JP | done | -
The White House condemned Iran's behaviour and promised consequences.
    condemnation | US | done | IR
The United Nations called on all states to refrain from attacks on civilian systems.
    call-for-restraint | United Nations | done | -
The United Nations urged restraint.
    call-for-restraint | United Nations | done | -
The UN secretary-general appealed for restraint.
    call-for-restraint | UN secretary-general | done | -
Albania considered invoking Article 5 of the NATO treaty.
    mutual-defence-consultation | AL | considered | -
Albania will not invoke Article 5.
    mutual-defence-consultation | AL | ruled-out | -
Albania requested consultations under Article 4.
    mutual-defence-consultation | AL | done | -
Albania has not ruled out triggering Article 5.
    mutual-defence-consultation | AL | considered | -
Rama said he had considered invoking Article 5 but decided against it.
    mutual-defence-consultation | AL | considered | -
[GERMANY]
US Cyber Command launched a retaliatory cyber operation against the group.
    counter-operation | US | done | -
[ALBANIA]
Israel hacked Iranian servers in retaliation for the attack.
    counter-operation | IL | done | IR
[GERMANY]
The government ruled out military action.
    military | DE | ruled-out | -
[WATER]
Customers filed a class-action lawsuit against the company.
    lawsuit | Customers | done | -
The British regulator fined the company 2 million pounds.
    lawsuit | GB | done | -
The Information Commissioner's Office fined Northfield Water £3m.
    lawsuit | GB | done | -
Northfield Water is being sued by two former customers.
    lawsuit | two former customers | done | -
Patients have filed a lawsuit against the hospital.
    lawsuit | Patients | done | -
Northfield Water obtained an injunction barring the publication of the data.
    lawsuit | Northfield Water | done | -
Parliament passed a law that requires companies to report attacks.
    law-or-policy | GB | done | -
[ALBANIA]
The government adopted a new national cyber security strategy.
    law-or-policy | AL | done | -
[WATER]
The government plans to introduce legislation that would ban ransom payments.
    law-or-policy | GB | announced | -
President Joe Biden signed an executive order on cybersecurity on Wednesday.
    law-or-policy | US | done | -
[ALBANIA]
The government declared a state of emergency.
    public-emergency | AL | done | -
A national emergency was declared on Monday.
    public-emergency | AL | done | -
[WATER]
The mayor declared a state of emergency on Friday.
    public-emergency | GB | done | -
The chief executive, Ann Marlow, resigned over the breach.
    resignation-or-dismissal | Ann Marlow | done | -
The minister stepped down on Friday.
    resignation-or-dismissal | GB | done | -
The board dismissed its chief information officer.
    resignation-or-dismissal | board | done | -
The company's chief information officer has stepped down.
    resignation-or-dismissal | company's chief information officer | done | -
The head of the agency was fired on Monday.
    resignation-or-dismissal | GB | done | -
Northfield Water paid a ransom of $2 million in bitcoin.
    ransom-paid | Northfield Water | done | -
The utility paid the hackers $4.4 million to get its files back.
    ransom-paid | utility | done | -
Northfield Water refused to pay the ransom.
    ransom-refused | Northfield Water | done | -
The company said it would not pay.
    ransom-refused | company | done | -
The company did not pay.
    ransom-refused | company | done | -
"We have not paid and will not pay a ransom," Northfield Water said.
    ransom-refused | Northfield Water | done | -
No ransom was paid, the company said.
    ransom-refused | company | done | -
The council said it would not negotiate with criminals.
    ransom-refused | council | done | -
"""

NOTHING = """
[ALBANIA]
Albania has not severed relations with Iran.
No diplomats were expelled.
In 2018 Britain expelled 23 Russian diplomats over the Skripal poisoning.
In response to the expulsions Iran expelled two Albanian diplomats.
The ambassador in Tehran was recalled.
Analysts doubt whether sanctions will be imposed.
Sanctions imposed over Iran's nuclear tests remain in force.
[GERMANY]
The hotel charged the men $200 a night.
Berlin charged that Moscow was behind the hack.
The hackers' raid on the ministry went unnoticed for weeks.
[WATER]
Northfield Water shut down its servers as a precaution.
[ALBANIA]
The weather service issued an alert about the heat.
NATO expressed its solidarity with Albania.
Iran denied that it was behind the attack.
Iran rejected the accusation as baseless.
[WATER]
The FBI advises victims not to pay ransoms.
It is not known whether Northfield Water paid the ransom.
Northfield Water declined to say whether it had paid a ransom.
[ALBANIA]
The severing of relations followed a months-long investigation.
[GERMANY]
Moscow has threatened to expel German diplomats in return.
Russia responded by expelling five German diplomats.
Existing sanctions over the war in Ukraine were extended in January.
The sanctions regime created in 2019 allows the EU to freeze assets.
The federal prosecutor has opened an investigation.
No arrests have been made.
The ministry took its mail servers offline.
[ALBANIA]
Britain stands ready to support Albania.
Tehran condemned the expulsion of its diplomats.
Iran's foreign ministry condemned the anti-Iranian move.
[WATER]
Experts advise against paying ransoms.
Northfield Water has not said whether it will pay the ransom.
Hackers threatened to publish the data unless the ransom was paid.
"""
