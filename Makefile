# Everything a newcomer needs: `make demo` and `make test`. `make help` lists the rest.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
VAR ?= var
PYTEST_ARGS ?=
BENCH ?=
CASES ?=

.DEFAULT_GOAL := help
.PHONY: help demo test fuzz check bench bench-precheck lock translations schema events clean

help: ## List the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-15s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/demo.stamp: .lock/demo.txt
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Python 3.11 or newer is needed; set PYTHON=")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r .lock/demo.txt
	@touch $@

$(VENV)/dev.stamp: .lock/dev.txt
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Python 3.11 or newer is needed; set PYTHON=")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r .lock/dev.txt
	@touch $@ $(VENV)/demo.stamp

$(BIN)/zm: registrar/client/zm.sh | $(VENV)/demo.stamp
	@install -m 755 $< $@

demo: $(VENV)/demo.stamp $(BIN)/zm ## Run the whole system with demo data (PORT=8000 VAR=var)
	@PORT='$(PORT)' VAR='$(VAR)' exec $(BIN)/python manage.py demo --with-parent

test: $(VENV)/dev.stamp $(BIN)/zm ## Run the whole test suite
	$(BIN)/python -m pytest $(PYTEST_ARGS)

fuzz: $(VENV)/dev.stamp ## Call the whole API as its document describes it (FUZZ_EXAMPLES=5)
	$(BIN)/python -m pytest -m fuzz tests/fuzz $(PYTEST_ARGS)

check: $(VENV)/dev.stamp ## Lint, types, import rules, migrations, translations, API document, events
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python manage.py check --settings registrar.settings.test
	$(BIN)/python manage.py makemigrations --check --dry-run --settings registrar.settings.test
	$(BIN)/python manage.py translations --check --settings registrar.settings.test
	$(BIN)/python manage.py api_schema --check --settings registrar.settings.test
	$(BIN)/python manage.py event_list --check --settings registrar.settings.test

bench: $(VENV)/dev.stamp ## Measure what has to be fast, and print the figures (BENCH=names)
	@$(BIN)/python -m tests.bench $(BENCH)

bench-precheck: $(VENV)/dev.stamp ## How well and how fast pictures are pre-checked (CASES=prefixes)
	@$(BIN)/python -m tests.bench.precheck $(CASES)

translations: $(VENV)/dev.stamp ## Collect texts into the catalogues and compile them
	$(BIN)/python manage.py translations --settings registrar.settings.test

schema: $(VENV)/dev.stamp ## Write docs/openapi.yaml anew
	$(BIN)/python manage.py api_schema --settings registrar.settings.test

events: $(VENV)/dev.stamp ## Write docs/events.md anew
	$(BIN)/python manage.py event_list --settings registrar.settings.test

lock: ## Resolve the dependencies anew into .lock/ (needs uv)
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url pyproject.toml -o .lock/production.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --extra embedded pyproject.toml -o .lock/demo.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --extra embedded --extra dev pyproject.toml -o .lock/dev.txt

clean: ## Remove the environment and everything the demo and the tests made
	rm -rf $(VENV) var .pytest_cache .mypy_cache .ruff_cache .hypothesis
