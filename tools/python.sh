#!/bin/sh
# Prints a Python that can make virtual environments; where there is none, says what to install.
# PYTHON=/path/to/python chooses another.
set -eu

for candidate in "${PYTHON:-python3}" python3.14 python3.13 python3.12 python3.11; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        python=$candidate
        break
    fi
done

if [ -z "${python:-}" ]; then
    found=$("${PYTHON:-python3}" --version 2>/dev/null || echo "none")
    echo "overleg needs Python 3.11 or newer (found: $found). Install it, or name it: make PYTHON=/path/to/python3.11" >&2
    exit 1
fi

if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    echo "Python $version cannot make virtual environments: its venv module is missing." >&2
    echo "On Debian and Ubuntu: sudo apt install python3-venv (or python$version-venv), then run make again." >&2
    exit 1
fi

echo "$python"
