"""The same claims in other processes, with other hash seeds, give the same record to the byte."""

import os
import subprocess
import sys
from pathlib import Path

PROGRAM = """
import hashlib
from record_samples import build, many, september, vendor, wire
from demarche.model.atoms import canonical_json
record = build([wire(), vendor(), september(), *many(150)])
print(hashlib.sha256(canonical_json(record).encode()).hexdigest(), len(record))
"""


def run(seed: str) -> str:
    here = Path(__file__).parent
    paths = os.pathsep.join([str(here), str(here.parents[1] / "src"), *sys.path])
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": paths}
    done = subprocess.run([sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, check=True)
    return done.stdout


def test_no_hash_seed_leaves_a_trace() -> None:
    first = run("1")
    assert len(first.split()[0]) == 64
    assert {run("2"), run("31337")} == {first}
