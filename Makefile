# What can be done with a checkout. `make` alone lists it.
# Everything is installed into .venv/ from locks/, where every package is pinned with its hashes.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet
DEMO := .demarche/demo.sqlite
DEMARCHE := $(BIN)/demarche --record $(DEMO)

# The first Python of at least 3.11; `make PYTHON=... demo` takes another.
PYTHON ?= $(shell for each in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$each" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo "$$each"; break; }; done)

.DEFAULT_GOAL := help
.PHONY: help demo setup test check format lint types imports accuracy pin bench docs lock

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(VENV)/.run ## read examples/ into a fresh record, print it, and say how to go on
	@rm -f $(DEMO) $(DEMO)-wal $(DEMO)-shm && mkdir -p $(dir $(DEMO))
	@printf '\n$$ demarche read examples/\n'
	@$(DEMARCHE) read examples/
	@printf '\n$$ demarche incidents\n'
	@$(DEMARCHE) incidents
	@printf '\n$$ demarche show albania-2022-07\n'
	@$(DEMARCHE) show albania-2022-07
	@printf '\nThe record is $(DEMO). To go on:\n'
	@printf '  export PATH="$$PWD/$(BIN):$$PATH" DEMARCHE_RECORD="$$PWD/$(DEMO)"\n'
	@printf '  demarche show INCIDENT                        another one of the list above\n'
	@printf '  demarche why CLAIM                            the words behind a row: copy the claim at its end\n'
	@printf '  demarche incidents --accused IR --type destruction\n'
	@printf '  demarche export --format csv -o claims.csv    a table for a spreadsheet\n'
	@printf '  demarche read YOUR-REPORTS/                   text, pages, archives, feeds, tables ...\n'

setup: $(VENV)/.dev ## install the program and everything needed to work on it

test: $(VENV)/.dev ## run the tests, with the coverage floor
	@rm -f .coverage .coverage.*
	$(BIN)/python -m pytest -m slow
	$(BIN)/coverage run -m pytest -m "not slow" -n auto $(ARGS)
	@$(BIN)/coverage combine --quiet
	@$(BIN)/coverage report --skip-covered --skip-empty

check: format lint types imports docs ## everything that is checked besides the tests
	$(BIN)/python -m bench.accuracy --check

format: $(VENV)/.dev
	$(BIN)/ruff format --check --quiet

lint: $(VENV)/.dev
	$(BIN)/ruff check --quiet

types: $(VENV)/.dev
	$(BIN)/mypy

imports: $(VENV)/.dev
	$(BIN)/lint-imports

accuracy: $(VENV)/.run ## measure every reader on the annotated corpora (ARGS="--show 20" lists misses)
	@$(BIN)/python -m bench.accuracy $(ARGS)

pin: $(VENV)/.dev ## freeze the annotations of examples/ and raise the accuracy floors (LOWER="reason" to lower one)
	@$(BIN)/python -m bench.freeze examples examples/annotations.jsonl
	@$(BIN)/python -m bench.accuracy --pin $(if $(LOWER),--allow-lower "$(LOWER)")

bench: $(VENV)/.run ## measure speed, memory and start-up (ARGS=--write keeps the figures)
	@$(BIN)/python -m bench.speed $(ARGS)

docs: $(VENV)/.dev ## build the documentation into site/
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

lock: ## pin the newest versions that fit pyproject.toml
	$(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip --disable-pip-version-check --quiet install uv
	build/lock/bin/uv $(COMPILE) --group build --output-file locks/run.txt
	build/lock/bin/uv $(COMPILE) --group build --group dev --group docs --extra postgres --output-file locks/dev.txt

COMPILE := pip compile pyproject.toml --upgrade --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header --no-annotate

# Set-up, once for each state of the locks: a stamp file says that it is done.
$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Demarche needs Python 3.11 or newer; none was found on the PATH." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "$(PYTHON) cannot make a virtual environment; install its venv module (python3-venv on Debian)." >&2; exit 1; }

$(VENV)/.run: locks/run.txt pyproject.toml | $(VENV)/bin/python
	@echo "installing Demarche into $(VENV) ..."
	@$(PIP) install --require-hashes -r locks/run.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: locks/dev.txt pyproject.toml | $(VENV)/bin/python
	@echo "installing Demarche and its tools into $(VENV) ..."
	@$(PIP) install --require-hashes -r locks/dev.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/.run
