"""Response rules: how states, organisations, courts, companies and victims answered the incident.

`table` reads the verbs and nouns that name an act, which are data (`verbs_of_states`, `verbs_of_others`, `nouns`); `deeds` and
`things` find them in a sentence; `doers` tells by grammar who did it, `parties` which party that is, `status` how far it
has come, `scope` and `surroundings` whether it answers this incident; `claims` puts them together. Beside what these rules
propose, `candidates` holds everybody in reach of a word that may begin an act (`cues`), described by `traits`, and `choice`
decides by weights learned from the annotated corpora.
"""

from demarche.steps.extract.responses.choice import find_responses

__all__ = ["find_responses"]
