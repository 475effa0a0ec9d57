# Thin on purpose: it sets up what is missing and hands every target to Invoke. The tasks are in tasks.py.
PYTHON ?= python3
ARGS ?=
VENV := .venv
INV := $(VENV)/bin/inv

TASKS := clean build rebuild regenerate serve reserve livereload publish check
DEV_TASKS := lint test test-long

.PHONY: site $(TASKS) $(DEV_TASKS)

site: build

$(TASKS): $(VENV)/site.done
	@$(INV) $@ $(ARGS)

$(DEV_TASKS): $(VENV)/dev.done
	@$(INV) $@ $(ARGS)

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Dateline needs Python 3.11 or newer; name one: make PYTHON=python3.12 site")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/site.done: requirements/site.lock | $(VENV)/bin/python
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/site.lock
	@touch $@

$(VENV)/dev.done: requirements/dev.lock $(VENV)/site.done
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.lock
	@touch $@
