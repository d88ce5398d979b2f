"""Learn the trained reader and put it into the package.

usage: python -m training.reader [--combine]     all of it (about an hour on one core), or only what comes after the network
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from training.calibration import learn_calibration
from training.reader.combine import judged_apart, keep, learn_choice, learn_sieve
from training.reader.examples import examples


def main(arguments: Sequence[str]) -> int:
    """Learn, write, and print what was measured on the way."""
    found = list(examples())
    told = [told for one in found for told in one.told]
    print(f"{len(found)} texts; {sum(one.telling for one in told)} of {len(told)} sentences say something", flush=True)
    if "--combine" not in arguments:
        from training.reader.make import make_network

        print(make_network([one for one in found if not one.apart]), flush=True)
    sieve, judged = learn_sieve(found), judged_apart()
    measured = {"sieve": sieve, "choice": learn_choice(judged).splitlines()}
    print(measured["sieve"], *measured["choice"], sep="\n", flush=True)
    keep(measured)
    print(learn_calibration(judged))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
