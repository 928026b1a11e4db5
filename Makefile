# Needs Python 3.11 or newer, pip and make. Everything is installed into .venv, from requirements pinned by hash.

PYTHON ?= python3
UV ?= uv
VENV := .venv
BIN := $(VENV)/bin
# The pip that came with Python installs into .venv, so that no ensurepip is needed (Debian ships it apart).
PIP := $(PYTHON) -m pip --python $(BIN)/python --disable-pip-version-check
INSTALL := $(PIP) install --quiet --root-user-action=ignore
SAMPLE := out/contoh

.DEFAULT_GOAL := help
.PHONY: help setup run report test test-postgresql develop check quality format lint types imports migrations bench docs accept lock

help:  ## Say what can be made
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 20

setup: $(VENV)/.run  ## Make .venv with the command saksama in it

run: setup  ## Serve the sample city on port 8000 (PORT), with a sign-in link for each role
	@$(BIN)/saksama serve --sample-city --data out/kota

report: setup  ## Make the sample's report in every format in out/
	@mkdir -p out
	@$(BIN)/saksama template $(SAMPLE).xlsx --sample --force > $(SAMPLE).txt
	@$(BIN)/saksama report $(SAMPLE).xlsx -o $(SAMPLE).docx -o $(SAMPLE).pdf -o $(SAMPLE).html > $(SAMPLE).txt
	@echo "Made from the figures in $(SAMPLE).xlsx: $(SAMPLE).docx, $(SAMPLE).pdf, $(SAMPLE).html."
	@echo "What the sample still lacks, and from whom, stands in $(SAMPLE).txt."
	@echo "Next: change a figure in $(SAMPLE).xlsx, then '$(BIN)/saksama report $(SAMPLE).xlsx -o $(SAMPLE).docx'."

test: $(VENV)/.test  ## Run the tests; those whose system tools are absent name them
	@$(BIN)/python -m pytest
	@$(BIN)/python -m tools.postgresql $(BIN)/python -m pytest tests/web

test-postgresql: $(VENV)/.test  ## Run the tests of the web application on a PostgreSQL of their own
	@$(BIN)/python -m tools.postgresql $(BIN)/python -m pytest tests/web

develop: $(VENV)/.develop  ## Install what contributors need

check: quality test  ## Everything that must pass before a commit

quality: format lint types imports migrations

format: develop
	@$(BIN)/ruff format --check

lint: develop
	@$(BIN)/ruff check

types: develop
	@$(BIN)/mypy

imports: develop
	@$(BIN)/lint-imports

migrations: develop
	@DJANGO_SETTINGS_MODULE=tests.web.settings $(BIN)/python -m django makemigrations --check --dry-run > /dev/null

bench: $(VENV)/.test  ## Time the whole command and the pages, and measure the auditor, as tables
	@$(BIN)/python -m benchmarks

docs: develop  ## Write the generated reference and compile the messages
	@$(BIN)/python -m tools.reference
	@$(BIN)/python -m tools.reference_cli
	@$(BIN)/python -m tools.reference_rules
	@$(BIN)/python -m tools.reference_record
	@$(BIN)/python -m tools.reference_tables
	@$(BIN)/python -m tools.messages

accept: $(VENV)/.test  ## Rewrite the accepted results of the tests; read the difference before you commit it
	@SAKSAMA_ACCEPT=1 $(BIN)/python -m pytest

lock:  ## Pin every requirement anew (the only target that needs uv)
	@$(UV) pip compile $(LOCK) --group build -o requirements/run.txt
	@$(UV) pip compile $(LOCK) --extra parquet -c requirements/run.txt -o requirements/parquet.txt
	@$(UV) pip compile $(LOCK) --extra web --group build -c requirements/run.txt -o requirements/web.txt
	@$(UV) pip compile $(LOCK) --extra parquet --extra web --group build --group test -c requirements/parquet.txt -c requirements/web.txt -o requirements/test.txt
	@$(UV) pip compile $(LOCK) --extra parquet --extra web --group build --group test --group develop -c requirements/test.txt -o requirements/develop.txt
LOCK := --quiet --upgrade --universal --generate-hashes --no-header pyproject.toml

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Saksama needs Python 3.11 or newer: make PYTHON=python3.12")'
	@$(PYTHON) -m venv --without-pip $(VENV)

$(VENV)/.run: requirements/web.txt pyproject.toml | $(BIN)/python
	@echo "Installing into $(VENV) ..."
	@$(INSTALL) --require-hashes -r requirements/web.txt
	@$(INSTALL) --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q src  # an install with -e compiles nothing, and not every system does it later
	@touch $@

$(VENV)/.test: requirements/test.txt $(VENV)/.run
	@$(INSTALL) --require-hashes -r requirements/test.txt
	@touch $@

$(VENV)/.develop: requirements/develop.txt $(VENV)/.test
	@$(INSTALL) --require-hashes -r requirements/develop.txt
	@touch $@
