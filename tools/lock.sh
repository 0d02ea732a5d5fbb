#!/bin/sh
# Writes requirements-dev.txt: every package with its hashes, for every system and Python that overleg runs on.
set -eu

if ! uv --version >/dev/null 2>&1; then
    echo "make lock needs uv, the one tool that locks for all systems at once: pipx install uv" >&2
    exit 1
fi
uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes \
    --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --quiet \
    --output-file requirements-dev.txt "$@"
