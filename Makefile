# `make site` and `make test` do everything on a fresh machine. `make help` lists the rest.
.DEFAULT_GOAL := help
.PHONY: help site serve test lint clean constraints screenshots

PYTHON ?= $(shell for each in python3.14 python3.13 python3.12 python3.11 python3; do command -v $$each >/dev/null && $$each -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$each && break; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
export NO_MKDOCS_2_WARNING := 1

help: ## list what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

site: $(VENV)/installed ## read the articles, check every quote, build the site
	$(BIN)/sourcebook ingest
	$(BIN)/sourcebook check --no-warnings
	$(BIN)/sourcebook build
	@echo "To browse it with live changes: make serve"

serve: $(VENV)/installed ## the site at http://127.0.0.1:8000, renewed at every change
	$(BIN)/sourcebook serve

test: $(VENV)/tested ## run all tests, in parallel
	@$(BIN)/python tests/chromium.py
	$(BIN)/python -m pytest -n auto --dist worksteal -q

lint: $(VENV)/tested ## style, types, import rules
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

screenshots: $(VENV)/tested site ## pictures of each kind of page, into build/screenshots
	@$(BIN)/python tests/chromium.py
	$(BIN)/python -m tests.screenshots site build/screenshots

clean: ## remove what was made
	rm -rf $(VENV) site build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer with venv is needed: apt-get install python3 python3-venv, or brew install python"; exit 2; }
	@echo "Setting up $(VENV) with $(PYTHON)"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/installed: $(VENV)/bin/python pyproject.toml constraints.txt
	@echo "Installing (a minute, the first time)"
	@$(PIP) install -c constraints.txt -e .
# As pip does with what it copies; else each command takes half a second more where Python is told to write nothing beside its sources.
	@$(BIN)/python -m compileall -q src
	@touch $@

$(VENV)/tested: $(VENV)/installed
	@echo "Installing what the tests need"
	@$(PIP) install -c constraints.txt -e '.[test]'
	@touch $@

constraints: ## renew the pins in constraints.txt from the newest releases
	rm -rf $(VENV)/fresh && $(PYTHON) -m venv $(VENV)/fresh
	$(VENV)/fresh/bin/python -m pip --quiet install -e '.[test]'
	$(VENV)/fresh/bin/python -m pip freeze --exclude-editable | grep -v '^-e' > constraints.txt
	rm -rf $(VENV)/fresh
