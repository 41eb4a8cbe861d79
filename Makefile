# make demo: see it work.  make test: prove it.  Both set everything up first.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help setup demo test check fmt docs gallery lock bench

help:            ## what can be made here
	@grep -E '^[a-z]+: .*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## */  \1\t/'

setup: $(STAMP)  ## .venv with the command at .venv/bin/quanheng, from the lock file

$(STAMP): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "quanheng needs Python 3.11 or later; set PYTHON=…")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q src
	touch $@

demo: setup      ## check, rescore and print the shipped example into out/demo
	$(BIN)/quanheng demo --out out/demo

test: setup check ## static checks, then the whole test suite
	$(BIN)/python -m pytest

check: setup     ## style, types, floors, stale pages
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/yamllint --strict src docs tests examples
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m quanheng.testing.pages --check

fmt: setup       ## format and mend what is certain
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: setup      ## write docs/rules and docs/law anew from the code
	$(BIN)/python -m quanheng.testing.pages

gallery: setup   ## pictures of all forms and formats; needs LibreOffice and Chromium
	$(BIN)/python -m quanheng.testing.gallery

lock: setup      ## resolve the dependencies anew
	$(BIN)/uv pip compile pyproject.toml --group dev --all-extras --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --quiet --upgrade --output-file requirements.lock

bench: setup     ## speed beside its peers, ratios printed
	$(BIN)/python benchmarks/check_docx.py
	$(BIN)/python benchmarks/read.py
	$(BIN)/python benchmarks/write.py
	$(BIN)/python benchmarks/audit.py
	$(BIN)/python benchmarks/registers.py
	$(BIN)/python benchmarks/measures.py
	$(BIN)/python benchmarks/bursts.py
	$(BIN)/python benchmarks/matching.py
