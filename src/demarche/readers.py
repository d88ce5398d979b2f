"""The readers by name: what may stand in the place of `extract` on the straight line.

A new one is a line in `READERS` and a function that makes it of the settings.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING

from demarche.errors import RejectedInput, UsageError
from demarche.model.atoms import Marking
from demarche.model.claim import Claim, Reader
from demarche.model.source import Document

if TYPE_CHECKING:
    from demarche.edges.language_model import LanguageModel
    from demarche.settings import Settings
    from demarche.steps.consult import Consulted


def rule_reader() -> Reader:
    """The reader that is used where no other is given."""
    from demarche.steps.extract import extract

    return extract


@dataclass(frozen=True, slots=True)
class LanguageModelReader:
    """A Reader that asks a language model and keeps of its answers what stands in the document. `marking` is the strictest of a
    document that it may be shown."""

    model: LanguageModel
    marking: Marking

    def __call__(self, document: Document) -> tuple[Claim, ...]:
        """As `consulted`, the claims alone."""
        return self.consulted(document).claims

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


def _language_model_reader(chosen: Settings) -> Reader:
    from demarche.edges.language_model import LanguageModel

    known = chosen.language_model
    if known is None:
        raise UsageError("no language model is known; set DEMARCHE_LLM_URL and DEMARCHE_LLM_MODEL, or use --reader rules")
    model = LanguageModel(known.url, known.model, known.cache, known.key, known.seconds)
    return LanguageModelReader(model, known.marking)


def _trained_reader(_: Settings) -> Reader:
    for needed in ("onnxruntime", "tokenizers"):
        if find_spec(needed) is None:
            raise UsageError(
                f"the trained reader needs {needed}, which is not installed; pip install 'demarche[model]' brings it, "
                "or use --reader rules"
            )
    from demarche.steps.extract.trained import extract

    return extract


READERS: dict[str, Callable[[Settings], Reader]] = {
    "rules": lambda _: rule_reader(),
    "model": _trained_reader,
    "llm": _language_model_reader,
}
"""Every reader by its name. What makes one runs here; the reader itself is pickled on its way to worker processes."""


def chosen_reader(chosen: Settings) -> Reader:
    """The reader that the settings name. UsageError for a name there is none of, or when it lacks a setting."""
    if chosen.reader not in READERS:
        raise UsageError(f"no such reader: {chosen.reader!r}; it is one of {' '.join(READERS)}")
    return READERS[chosen.reader](chosen)


def seconds_asking(reader: Reader) -> float:
    """How long a reader may wait for others over one document, besides its own work."""
    return reader.model.seconds if isinstance(reader, LanguageModelReader) else 0.0


def read_by(reader: Reader, document: Document) -> tuple[tuple[Claim, ...], Mapping[str, int]]:
    """What a reader finds in a document, and how much that it was told it dropped, by why."""
    if isinstance(reader, LanguageModelReader):
        found = reader.consulted(document)
        return found.claims, found.dropped
    return reader(document), {}
