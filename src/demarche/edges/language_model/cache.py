"""Answers that were given once, as files named by the hash of everything they depend on."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from demarche.errors import DemarcheError


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of answers. Several processes may use it at once: a file is there whole or not at all."""

    folder: Path

    def kept(self, key: str) -> str | None:
        """The answer under the key; None when there is none that can be read."""
        try:
            return self._place(key).read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            return None

    def keep(self, key: str, answer: str) -> None:
        """Put an answer under the key. DemarcheError when the folder does not take it."""
        place = self._place(key)
        try:
            place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            descriptor, unfinished = tempfile.mkstemp(dir=place.parent, prefix=".", suffix=".part")
            try:
                with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as stream:
                    stream.write(answer)
                os.replace(unfinished, place)
            except OSError:
                with suppress(OSError):
                    os.unlink(unfinished)
                raise
        except OSError as error:
            raise DemarcheError(
                f"the cache of answers {self.folder} cannot be written ({error.strerror or error}); "
                "set DEMARCHE_LLM_CACHE to a folder that can be"
            ) from error

    def _place(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key}.json"
