"""The readers by name: what may stand in the place of `extract` on the straight line.

A new one is a line in `READERS` and a function that makes it of the settings.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import TYPE_CHECKING

from demarche.errors import RejectedInput, UsageError
from demarche.model.atoms import Marking
from demarche.model.claim import Claim, Reader
from demarche.model.source import READ_LANGUAGE, Document

if TYPE_CHECKING:
    from demarche.edges.language_model import LanguageModel
    from demarche.settings import Settings
    from demarche.steps.consult import Consulted

RULES, MODEL, LLM, BEST = "rules", "model", "llm", "best"
_NEEDED = ("onnxruntime", "tokenizers")
"""What the trained reader reads with, and an installation for a rare machine may lack."""


@dataclass(frozen=True, slots=True)
class Told:
    """What came of reading a document: its claims, and the names of the readers that read it, none for a reader without a name.

    `dropped` counts what a language model said that is no claim, by why; `confirmed` the claims that a second reader made too;
    `withheld` those that it did not and that were not likely enough alone.
    """

    claims: tuple[Claim, ...]
    readers: tuple[str, ...] = ()
    dropped: Mapping[str, int] = field(default_factory=dict)
    confirmed: int = 0
    withheld: int = 0


@dataclass(frozen=True, slots=True)
class NamedReader:
    """A Reader that is a function, and the name that it is chosen by."""

    name: str
    read: Reader

    def __call__(self, document: Document) -> tuple[Claim, ...]:
        """What the function finds."""
        return self.read(document)

    def told(self, document: Document) -> Told:
        """The same, and who found it."""
        return Told(self.read(document), (self.name,))


def rule_reader() -> NamedReader:
    """The reader by rules and weights alone."""
    from demarche.steps.extract import extract

    return NamedReader(RULES, extract)


@dataclass(frozen=True, slots=True)
class LanguageModelReader:
    """A Reader that asks a language model and keeps of its answers what stands in the document. `marking` is the strictest of a
    document that it may be shown."""

    model: LanguageModel
    marking: Marking

    def __call__(self, document: Document) -> tuple[Claim, ...]:
        """As `consulted`, the claims alone."""
        return self.consulted(document).claims

    def told(self, document: Document) -> Told:
        """As `consulted`."""
        found = self.consulted(document)
        return Told(found.claims, (LLM,), found.dropped)

    def consulted(self, document: Document) -> Consulted:
        """The claims of a document, and how much was said that is none. RejectedInput for a document that it may not be shown;
        EndpointError when it does not answer.
        """
        from demarche.steps.consult import consult, instructions, messages

        if document.marking.rank > self.marking.rank:
            raise RejectedInput(
                f"marked {document.marking}, and the language model may be shown what is marked {self.marking} at most; "
                "read it with --reader rules, or set DEMARCHE_LLM_MARKING"
            )
        asked = instructions()
        return consult(document, self.model.answers(asked, messages(document)), self.model.version(asked))


@dataclass(frozen=True, slots=True)
class BestReader:
    """A Reader that reads as `first` does and hears a language model, where there is one, on who did it, who denies it and who
    answered: `steps.confer.confirmed` is the rule.

    A document that the language model may not be shown, or that is too long for it, is read by `first` alone: that depends on
    the document and the settings, as the claims must. Its silence does not, so EndpointError goes through.
    """

    first: NamedReader
    second: LanguageModelReader | None = None

    def __call__(self, document: Document) -> tuple[Claim, ...]:
        """As `told`, the claims alone."""
        return self.told(document).claims

    def told(self, document: Document) -> Told:
        """The claims of a document and how many were confirmed or withheld. EndpointError when the model does not answer."""
        from demarche.steps.confer import confirmed

        alone = self.first.told(document)
        if self.second is None:
            return alone
        try:
            heard = self.second.consulted(document)
        except RejectedInput:
            return alone
        kept = confirmed(alone.claims, heard.claims)
        return Told(kept.claims, (*alone.readers, LLM), heard.dropped, kept.confirmed, kept.withheld)

    def __str__(self) -> str:
        """Which readers it is made of, in words."""
        heard = "" if self.second is None else f", confirmed by the language model {self.second.model.model}"
        return f"{self.first.name}{heard}"


def _language_model_reader(chosen: Settings) -> LanguageModelReader:
    from demarche.edges.language_model import LanguageModel

    known = chosen.language_model
    if known is None:
        raise UsageError("no language model is known; set DEMARCHE_LLM_URL and DEMARCHE_LLM_MODEL, or use --reader rules")
    model = LanguageModel(known.url, known.model, known.cache, known.key, known.seconds)
    return LanguageModelReader(model, known.marking)


def _trained_reader(_: Settings) -> NamedReader:
    for needed in _NEEDED:
        if find_spec(needed) is None:
            raise UsageError(
                f"the trained reader needs {needed}, which is not installed; pip install {needed} brings it, "
                "or use --reader rules"
            )
    from demarche.steps.extract.trained import extract

    return NamedReader(MODEL, extract)


def _best_reader(chosen: Settings) -> BestReader:
    trained = all(find_spec(needed) is not None for needed in _NEEDED)
    first = _trained_reader(chosen) if trained else rule_reader()
    return BestReader(first, _language_model_reader(chosen) if chosen.language_model else None)


READERS: dict[str, Callable[[Settings], Reader]] = {
    RULES: lambda _: rule_reader(),
    MODEL: _trained_reader,
    LLM: _language_model_reader,
    BEST: _best_reader,
}
"""Every reader by its name. What makes one runs here; the reader itself is pickled on its way to worker processes."""


def chosen_reader(chosen: Settings) -> Reader:
    """The reader that the settings name. UsageError for a name there is none of, or when it lacks a setting."""
    if chosen.reader not in READERS:
        raise UsageError(f"no such reader: {chosen.reader!r}; it is one of {' '.join(READERS)}")
    return READERS[chosen.reader](chosen)


def seconds_asking(reader: Reader) -> float:
    """How long a reader may wait for others over one document, besides its own work."""
    asking = reader.second if isinstance(reader, BestReader) else reader
    return asking.model.seconds if isinstance(asking, LanguageModelReader) else 0.0


def read_by(reader: Reader, document: Document) -> Told:
    """What a reader finds in a document, and who found it: nothing where the document is in a language that no reader knows."""
    if document.origin.language not in {None, READ_LANGUAGE}:
        return Told(())
    if isinstance(reader, NamedReader | LanguageModelReader | BestReader):
        return reader.told(document)
    return Told(reader(document))
