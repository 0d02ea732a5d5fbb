#!/bin/sh
# Installs overleg for the user who runs this: with uv or pipx where present, else in an environment
# of its own in the user's data folder, with a link in ~/.local/bin.
set -eu

if uv --version >/dev/null 2>&1; then
    # --reinstall, or uv takes the wheel it built before when only the code has changed.
    uv tool install --force --reinstall .
elif pipx --version >/dev/null 2>&1; then
    pipx install --force .
else
    python=$(sh tools/python.sh)
    environment=${XDG_DATA_HOME:-$HOME/.local/share}/overleg-program
    "$python" -m venv --clear "$environment"
    "$environment/bin/python" -m pip --disable-pip-version-check install --quiet .
    mkdir -p "$HOME/.local/bin"
    ln -sf "$environment/bin/overleg" "$HOME/.local/bin/overleg"
    echo "Installed: $HOME/.local/bin/overleg"
    case ":$PATH:" in
        *":$HOME/.local/bin:"*) ;;
        *) echo "That folder is not in your PATH yet; add it, and overleg starts from everywhere." ;;
    esac
fi
