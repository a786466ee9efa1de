# Every target needs make and Python 3.11 or newer, and no more: `.venv` is made from requirements.lock by itself.
PYTHON ?= python3
STORE := .deltakg

BIN := .venv/bin
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check
READY := .venv/.ready

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: demo test lint format assets bench bench-growth generality docs tables lock clean help

demo: $(READY) ## build the graph of the two plans, and ask which projects involve 徐州
	$(BIN)/deltakg build documents --store $(STORE)
	$(BIN)/deltakg query projects-involving 徐州 --store $(STORE)

test: $(READY) ## run all tests
	$(BIN)/python -m pytest -n auto --dist worksteal

lint: $(READY) ## check style, format and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy .

format: $(READY) ## mend what style and format can mend by themselves
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

assets: ## bundle the SPARQL editor into web/static; this alone needs Node and npm
	cd web/assets && npm ci --ignore-scripts --silent && npm run --silent build

bench: .venv/.bench ## measure ratios to peers, with the aims beside them
	$(BIN)/python benchmarks/compare.py
	$(BIN)/python benchmarks/serve.py
	$(BIN)/python benchmarks/pages.py

bench-growth: $(READY) ## measure how questions grow from 10^6 to 10^7 synthetic triples (needs 10 GB of disk for a while)
	$(BIN)/python -m benchmarks.growth

generality: $(READY) ## read the plans of the folder that DELTAKG_MORE_PLANS names
	$(BIN)/python -m pytest tests/test_generality.py tests/extract/test_generality.py -rP

docs: $(READY) ## write the references, the other made pages and (where there is Chromium) the screenshots anew
	$(BIN)/python docs/make_reference.py
	$(BIN)/python docs/make_competency.py
	$(BIN)/python docs/make_extraction.py
	$(BIN)/python docs/make_ontology.py
	$(BIN)/python docs/make_screenshots.py

tables: .venv/.data ## make the committed tables of places, universities and characters anew
	$(BIN)/python gazetteer/scripts/make_divisions.py gazetteer
	$(BIN)/python gazetteer/scripts/make_universities.py gazetteer
	$(BIN)/python extract/scripts/make_shapes.py > build/shapes.csv && mv build/shapes.csv extract/words/shapes.csv

lock: ## write the lock files anew; UPGRADE=--upgrade takes newer versions
	$(PYTHON) -m venv build/uv
	build/uv/bin/python -m pip -qq --disable-pip-version-check install uv
	$(COMPILE) --group dev pyproject.toml -o requirements.lock
	$(COMPILE) --group bench -c requirements.lock -o benchmarks/requirements.lock
	$(COMPILE) --group data -c requirements.lock -o gazetteer/scripts/requirements.lock
COMPILE = build/uv/bin/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url \
	--custom-compile-command "make lock" $(UPGRADE)

clean: ## remove what these commands made: .venv, the store, caches
	rm -rf .venv $(STORE) build dist web/assets/node_modules web/static/editor.* .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	{ echo "deltakg needs Python 3.11 or newer; name yours: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@echo "Installing into .venv what requirements.lock lists (about a minute)" >&2
	@$(PYTHON) -m venv .venv
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.bench: benchmarks/requirements.lock $(READY)
	@echo "Installing the peers to compare with" >&2
	@$(PIP) install --require-hashes -r benchmarks/requirements.lock
	@touch $@

.venv/.data: gazetteer/scripts/requirements.lock $(READY)
	@echo "Installing the packages that the tables are made from" >&2
	@$(PIP) install --require-hashes -r gazetteer/scripts/requirements.lock
	@mkdir -p build
	@touch $@
