# make demo: see it work.  make test: prove it.  Both set up what they need first.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
# The lock is complete, so nothing is resolved: a later release of anything changes nothing.
PIP     = $(BIN)/python -m pip --disable-pip-version-check
INSTALL = $(PIP) install --quiet --no-deps
COMPILE := $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 \
  --generate-hashes --no-emit-index-url --no-header --quiet

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev demo test check fmt rule docs gallery lock bench wheel offline bare

help:            ## what can be made here
	@grep -E '^[a-z-]+: .*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):[^#]*## */  \1\t/'

setup: $(VENV)/.ready  ## .venv with the command at .venv/bin/quanheng, from requirements.lock

setup-dev: $(VENV)/.ready-dev  ## the development tools beside it, from requirements-dev.lock

$(VENV)/.new:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "quanheng needs Python 3.11 or later; set PYTHON=…")'
	$(PYTHON) -m venv --clear $(VENV)
	touch $@

$(VENV)/.locked: requirements.lock $(VENV)/.new
	$(INSTALL) --require-hashes -r $<
	touch $@

$(VENV)/.locked-dev: requirements-dev.lock $(VENV)/.new
	$(INSTALL) --require-hashes -r $<
	touch $@

$(VENV)/.ready: $(VENV)/.locked pyproject.toml
	PATH="$(abspath $(BIN)):$$PATH" $(INSTALL) --no-build-isolation --editable .
	$(BIN)/python -m compileall -q -j 0 src
	touch $@

$(VENV)/.ready-dev: $(VENV)/.locked-dev $(VENV)/.ready
	touch $@

demo: setup      ## check, rescore and print the shipped examples into out/demo
	$(BIN)/quanheng demo --force --out out/demo

test: setup-dev check ## static checks, then the whole test suite
	$(BIN)/python -m pytest

check: setup-dev ## style, types, floors
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/yamllint --strict src docs tests examples
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

fmt: setup-dev   ## format and mend what is certain
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

rule: setup-dev  ## the files of a new rule: make rule CODE=GL105 NAME=what-is-wrong
	$(BIN)/python -m quanheng.testing.new_rule "$(CODE)" "$(NAME)"

docs: setup-dev  ## pages from the code: docs/rules, docs/law, docs/registers.md, docs/ledger.md
	$(BIN)/python -m quanheng.testing.pages

gallery: setup-dev ## pictures of all forms and formats; needs LibreOffice and Chromium
	$(BIN)/python -m quanheng.testing.gallery

lock: setup-dev  ## resolve the dependencies anew; both locks agree
	$(COMPILE) --upgrade --group dev --all-extras --output-file requirements-dev.lock
	$(COMPILE) --upgrade --group build --constraint requirements-dev.lock --output-file requirements.lock

wheel: setup     ## dist/quanheng-….whl, to install anywhere
	rm -rf dist/*.whl
	PATH="$(abspath $(BIN)):$$PATH" $(PIP) wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

offline: wheel   ## dist/offline: that wheel with all it needs, for a computer without a network
	rm -rf dist/offline
	$(PIP) download --quiet --no-deps --require-hashes -r requirements.lock -d dist/offline $(FOR)
	cp dist/quanheng-*.whl dist/offline

bare:            ## make demo and make test as on a machine with Python, make and git alone
	.ci/bare 'make demo' 'make test'

bench: setup-dev ## speed beside its peers, ratios printed
	$(BIN)/python benchmarks/check_docx.py
	$(BIN)/python benchmarks/read.py
	$(BIN)/python benchmarks/write.py
	$(BIN)/python benchmarks/audit.py
	$(BIN)/python benchmarks/record.py
	$(BIN)/python benchmarks/registers.py
	$(BIN)/python benchmarks/measures.py
	$(BIN)/python benchmarks/bursts.py
	$(BIN)/python benchmarks/matching.py
	$(BIN)/python benchmarks/generated_forms.py
	$(BIN)/python benchmarks/relations.py
	$(BIN)/python benchmarks/left_out.py
