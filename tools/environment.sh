#!/bin/sh
# Makes the development environment anew in the folder given: every package by its hash, overleg editable.
# The build needs no network of its own (--no-build-isolation): what it builds with is locked too.
set -eu
environment=$1

echo "Setting up $environment ..." >&2
if uv --version >/dev/null 2>&1; then
    uv venv --quiet --clear --python "${PYTHON:->=3.11}" "$environment"
    uv pip install --quiet --python "$environment" --require-hashes --requirement requirements-dev.txt
    uv pip install --quiet --python "$environment" --no-deps --no-build-isolation --editable .
else
    python=$(sh tools/python.sh)
    "$python" -m venv --clear "$environment"
    pip="$environment/bin/python -m pip --disable-pip-version-check"
    $pip install --quiet --require-hashes --requirement requirements-dev.txt
    $pip install --quiet --no-deps --no-build-isolation --editable .
fi
