"""A store on either database. PostgreSQL runs where its programs are installed; its tests are skipped elsewhere."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError

from demarche.edges.store import Store, open_store

PROGRAMS = {name: shutil.which(name) for name in ("initdb", "postgres")}
_NUMBERS = count()


@pytest.fixture(params=["sqlite", "postgresql"])
def either(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    on_file = request.param == "sqlite"
    place = str(tmp_path / "record.sqlite") if on_file else _new_database(request.getfixturevalue("server"))
    with open_store(place) as opened:
        yield opened


def _new_database(server: str) -> str:
    name = f"record{next(_NUMBERS)}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return server.rpartition("/")[0] + f"/{name}"


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    if None in PROGRAMS.values():
        pytest.skip("PostgreSQL is not installed")
    with tempfile.TemporaryDirectory() as folder:
        yield from _served(Path(folder))


def _served(folder: Path) -> Iterator[str]:
    owner = None
    if os.geteuid() == 0:  # PostgreSQL refuses to run as the administrator
        owner = "nobody"
        shutil.chown(folder, owner)
    data = folder / "data"
    made = subprocess.run(
        [str(PROGRAMS["initdb"]), "-D", str(data), "-U", "desk", "-A", "trust", "-E", "UTF8"],
        cwd=folder,
        capture_output=True,
        user=owner,
        check=False,
    )
    if made.returncode:
        pytest.skip(f"PostgreSQL cannot be set up here: {made.stderr.decode()[-200:]}")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(PROGRAMS["postgres"]), "-D", str(data), "-p", str(port), "-k", str(folder), "-h", "127.0.0.1"]
    with (
        (folder / "log").open("wb") as log,
        subprocess.Popen(command, cwd=folder, stdout=log, stderr=log, user=owner) as process,
    ):
        try:
            yield _awaited(f"postgresql+psycopg://desk@127.0.0.1:{port}/postgres")
        finally:
            process.terminate()


def _awaited(url: str) -> str:
    engine = create_engine(url)
    for _ in range(100):
        try:
            engine.connect().close()
        except OperationalError:
            time.sleep(0.1)
        else:
            engine.dispose()
            return url
    pytest.skip("PostgreSQL did not start")
