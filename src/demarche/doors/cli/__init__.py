"""The command line: parse, call the API, render. `demarche.doors.cli:main` is the program's entry point."""

from demarche.doors.cli.app import app, main

__all__ = ["app", "main"]
