# bare `just`: tests, linters, contracts, quality gate
default: test lint gate

bin := ".venv/bin"

# what a fresh clone needs
setup:
    python3 -m venv .venv
    {{bin}}/pip install -c constraints.txt -e ".[dev]"

test *args:
    {{bin}}/pytest {{args}}

lint:
    {{bin}}/ruff check .
    {{bin}}/ruff format --check .
    {{bin}}/mypy
    {{bin}}/lint-imports

gate *args:
    {{bin}}/python quality/annotate.py --check
    {{bin}}/python quality/gate.py {{args}}

# write examples/*/gold.json anew from quality/sources
gold:
    {{bin}}/python quality/annotate.py

demo:
    {{bin}}/counterclaim demo -o out

# the JSON Schema of a dossier, from the records
schema:
    {{bin}}/counterclaim schema > docs/dossier.schema.json
