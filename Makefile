# `make` alone lists the targets. Written for GNU make 3.81 (macOS) and newer.

ENVIRONMENT := .venv
BIN := $(ENVIRONMENT)/bin
READY := $(ENVIRONMENT)/.ready
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard overleg/locale/*/LC_MESSAGES/*.po))

# Another interpreter: make PYTHON=python3.13 run
export PYTHON

.DEFAULT_GOAL := help
.PHONY: help run test faults check format install bench translations catalogues example pictures lock clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' Makefile

run: $(READY) catalogues ## open the app with the example meeting, on a copy
	@$(BIN)/overleg demo

test: $(READY) catalogues ## run all tests; some of them: make test ARGS="tests/domain -k dates"
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal $(ARGS)

faults: $(READY) catalogues ## the long run of the tests that break things: kills, full disks, power cuts
	OVERLEG_FAULTS=long $(BIN)/python -m pytest --numprocesses auto -s tests/faults tests/store $(ARGS)

check: $(READY) ## format, lint, types, tests and translations, as before every commit
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(MAKE) test

format: $(READY) ## format the code and mend what lint can mend
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format

install: ## install overleg for yourself (uv, pipx or plain Python)
	@sh tools/install.sh

bench: $(READY) catalogues ## measure every speed claim
	$(BIN)/python -m benchmarks

translations: $(READY) ## bring the catalogues up to date with the sources, and compile them
	$(BIN)/python tools/translations.py
	$(MAKE) catalogues

example: $(READY) catalogues ## rebuild the example meeting and its minutes
	$(BIN)/python tools/example.py

pictures: $(READY) catalogues ## draw the pictures in the docs anew
	$(BIN)/python tools/pictures.py

lock: ## write requirements-dev.txt anew from pyproject.toml; newest versions: make lock ARGS=--upgrade
	@sh tools/lock.sh $(ARGS)

clean: ## remove everything that make made
	rm -rf $(ENVIRONMENT) dist .mypy_cache .pytest_cache .ruff_cache .hypothesis $(CATALOGUES)
	find . -name __pycache__ -prune -exec rm -rf {} +

catalogues: $(CATALOGUES)

%.mo: %.po | $(READY)
	@$(BIN)/pybabel --quiet compile --input-file $< --output-file $@

$(READY): pyproject.toml requirements-dev.txt hatch_build.py
	@sh tools/environment.sh $(ENVIRONMENT)
	@touch $@
