"""`python -m demarche` is `demarche`."""

from demarche.doors.cli import main

main()
