"""What several commands take, how their values are completed, and how examples are written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from demarche.settings import DEFAULT_READER

if TYPE_CHECKING:
    from enum import StrEnum

    from demarche.doors.api import OpenRecord


def complete_reader(incomplete: str) -> list[str]:
    """The readers whose names begin so."""
    from demarche.readers import READERS

    return [name for name in READERS if name.startswith(incomplete)]


RecordPath = Annotated[
    Path | None,
    typer.Option(
        "--record",
        metavar="FILE",
        help="The record. Else the one that DEMARCHE_RECORD names, else the one in your data folder.",
        show_default=False,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON with sorted keys, for other programs.")]
Workers = Annotated[
    int | None,
    typer.Option(
        "--workers", min=1, metavar="N", help="Processes that read. Else DEMARCHE_WORKERS, else 1.", show_default=False
    ),
]
ReaderName = Annotated[
    str | None,
    typer.Option(
        "--reader",
        metavar="READER",
        help=(
            "Who reads: model, a small network beside the rules; rules alone; llm, a language model that you run; best, the "
            "best of them here. "
            f"Else DEMARCHE_READER, else {DEFAULT_READER}."
        ),
        show_default=False,
        autocompletion=complete_reader,
    ),
]
Published = Annotated[
    str | None,
    typer.Option("--published", metavar="DATE", help="When it was published: 2022, 2022-09 or 2022-09-08.", show_default=False),
]
Publisher = Annotated[str | None, typer.Option("--publisher", metavar="NAME", help="Who published it.", show_default=False)]
Url = Annotated[str | None, typer.Option("--url", metavar="URL", help="Where it was captured.", show_default=False)]
Columns = Annotated[
    str | None,
    typer.Option(
        "--columns",
        metavar="COLUMNS",
        help="Which columns of a table are read, as in text=body,title=headline; else those with usual headings.",
        show_default=False,
    ),
]


@dataclass(frozen=True, slots=True)
class Common:
    """What was said before the command's name."""

    record: Path | None = None
    verbose: bool = False


def common(ctx: typer.Context) -> Common:
    """What was said before the command's name; nothing when a command is run by itself."""
    found = ctx.obj
    return found if isinstance(found, Common) else Common()


def opened(ctx: typer.Context, record: Path | None, workers: int | None = None, create: bool = False) -> OpenRecord:
    """The record named after the command, else before it, else by the environment. StoreError when it cannot be opened."""
    from demarche.doors.api import open_record

    return open_record(record or common(ctx).record, create=create, workers=workers)


def examples(*lines: str) -> str:
    """The end of a help page: commands to copy."""
    return "\n".join(("[bold]Examples[/bold]", *(f"  {line}" for line in lines)))


def unwrapped(text: str) -> str:
    """A docstring as a help text: a line for each paragraph, broken by the terminal and not by the source."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))


def _completion(vocabulary: Callable[[], type[StrEnum]]) -> Callable[[str], list[str]]:
    return lambda incomplete: [value for value in vocabulary() if value.startswith(incomplete)]


def _incident_types() -> type[StrEnum]:
    from demarche.model.vocabulary.incidents import IncidentType

    return IncidentType


def _standings() -> type[StrEnum]:
    from demarche.model.vocabulary.attribution import Standing

    return Standing


def _predicates() -> type[StrEnum]:
    from demarche.model.vocabulary.attribution import Predicate

    return Predicate


def _acts() -> type[StrEnum]:
    from demarche.model.vocabulary.responses import Act

    return Act


def _markings() -> type[StrEnum]:
    from demarche.model.atoms import Marking

    return Marking


def _formats() -> type[StrEnum]:
    from demarche.steps.publish import Format

    return Format


complete_type = _completion(_incident_types)
complete_standing = _completion(_standings)
complete_predicate = _completion(_predicates)
complete_act = _completion(_acts)
complete_marking = _completion(_markings)
complete_format = _completion(_formats)

Inputs = Annotated[
    list[str],
    typer.Argument(metavar="PATH", help="Files, folders, web addresses, or - for standard input.", show_default=False),
]
Marked = Annotated[
    str,
    typer.Option(
        "--marking",
        metavar="TLP",
        help="Who may see it, in TLP 2.0: clear, green, amber, amber+strict or red.",
        autocompletion=complete_marking,
    ),
]
Explain = Annotated[bool, typer.Option("--explain", help="Show what is read in the reports, and keep nothing.")]
Html = Annotated[
    Path | None,
    typer.Option("--html", metavar="FILE", help="Write that as a page for a browser, and keep nothing.", show_default=False),
]


def option(name: str, metavar: str, help_: str, complete: Callable[[str], list[str]] | None = None) -> typer.models.OptionInfo:
    """An option of one command, without a default in its help."""
    found: typer.models.OptionInfo = typer.Option(
        name, metavar=metavar, help=help_, show_default=False, autocompletion=complete
    )
    return found
