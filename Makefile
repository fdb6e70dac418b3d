# `make play` and `make test` set themselves up: they need Python 3.11 or later and nothing else.
# The environment is .venv; a stamp in it says which pyproject.toml it was made from, so the second time is quick.

PYTHON ?= $(shell for p in python3.14 python3.13 python3.12 python3.11 python3 python; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
RUN := $(VENV)/bin/python
PLAY_STAMP := $(VENV)/.play
TEST_STAMP := $(VENV)/.test
unexport PYTHONDONTWRITEBYTECODE

.PHONY: play test coverage test-slow test-night bench format schema transcripts words screenshots clean help

help: ## Show what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

play: $(PLAY_STAMP) ## Play the game (sets itself up)
	@$(VENV)/bin/as-appropriate play $(ARGS)

test: $(TEST_STAMP) ## Run the fast tests and the checks (sets itself up)
	@$(RUN) -m ruff check game tests benchmarks assets
	@$(RUN) -m ruff format --check -q game tests benchmarks assets
ifdef COVER
	@$(RUN) -m mypy
	@$(RUN) -m coverage erase
	@$(RUN) -m coverage run -m pytest -n auto
	@$(RUN) -m coverage combine -q
	@$(RUN) -m coverage report
else
	@$(RUN) -m mypy & types=$$!; $(RUN) -m pytest -n auto; tests=$$?; wait $$types && exit $$tests
endif

coverage: ## The same, and fail where the tests reach too little of the game (longer by a half)
	@$(MAKE) test COVER=1

test-slow: $(TEST_STAMP) ## Run the slow tests only
	@$(RUN) -m pytest -n auto --dist worksteal -m slow

test-night: $(TEST_STAMP) ## The same, with many more tries of what is tried by chance
	@TEST_AT_NIGHT=1 $(RUN) -m pytest -n auto --dist worksteal -m slow --timeout 3600

bench: $(TEST_STAMP) ## Measure the analysis beside negmas (installs it; some minutes)
	@$(RUN) -m pip install --quiet --disable-pip-version-check --editable ".[bench]"
	@$(RUN) -m benchmarks analysis

format: $(TEST_STAMP) ## Set the code in order
	@$(RUN) -m ruff check --fix game tests benchmarks assets
	@$(RUN) -m ruff format game tests benchmarks assets

schema: $(PLAY_STAMP) ## Write the JSON schemas in docs anew
	@$(VENV)/bin/as-appropriate schema > docs/scenario.schema.json
	@$(RUN) -m game.seat.json_schema > docs/desk.schema.json

transcripts: $(TEST_STAMP) ## Write the golden transcripts anew
	@$(RUN) -m tests.playthroughs

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "As Appropriate needs Python 3.11 or later: none was found on the path." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "Python could not make an environment: on Debian, install python3-venv." >&2; exit 1; }

$(PLAY_STAMP): pyproject.toml | $(VENV)/bin/python
	@echo "Setting up (once; about a minute) ..."
	@$(RUN) -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(TEST_STAMP): pyproject.toml | $(PLAY_STAMP)
	@echo "Setting up the tests (once) ..."
	@$(RUN) -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	@touch $@

words: $(TEST_STAMP) ## Write assets/languages/messages.pot anew, and compile every language
	@$(RUN) -m tests.words

screenshots: $(TEST_STAMP) ## Draw every screen in each theme at 80, 100 and 200 per cent, in docs/screenshots
	@SDL_VIDEODRIVER=dummy $(RUN) -m tests.desktop.tour docs/screenshots

clean: ## Take the environment and what was built away
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .corpus .coverage*
