# Thin on purpose: it sets up what is missing and hands every target to Invoke. The tasks are in tasks.py.
PYTHON ?= python3
ARGS ?=
VENV := .venv
INV := $(VENV)/bin/inv

TASKS := clean build rebuild regenerate serve reserve livereload publish check coverage
DEV_TASKS := lint test
BROWSER := $(VENV)/browser.done
BENCH := $(VENV)/bench.done
NPM := node_modules/.package-lock.json

.PHONY: site $(TASKS) $(DEV_TASKS) screenshots test-browser test-long bench

site: build

$(TASKS): $(VENV)/site.done
	@$(INV) $@ $(ARGS)

$(DEV_TASKS): $(VENV)/dev.done
	@$(INV) $@ $(ARGS)

screenshots: $(VENV)/site.done $(BROWSER)
	@$(INV) $@ $(ARGS)

test-browser: $(VENV)/dev.done $(BROWSER) $(NPM)
	@$(INV) $@ $(ARGS)

test-long: $(VENV)/dev.done $(BENCH)
	@$(INV) $@ $(ARGS)

bench: $(VENV)/site.done $(BENCH)
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

$(BROWSER): requirements/browser.lock $(VENV)/site.done
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/browser.lock
	@touch $@

$(BENCH): requirements/bench.lock $(VENV)/site.done
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.lock
	@touch $@

# No script of a package is run: the checker's own would fetch a Java.
$(NPM): package-lock.json
	@command -v npm >/dev/null || { echo "There is no npm. Install Node.js with it; on Debian: apt-get install nodejs npm"; exit 1; }
	npm ci --ignore-scripts --no-audit --no-fund --silent
	@touch $@
