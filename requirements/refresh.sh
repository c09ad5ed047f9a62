#!/bin/sh
# Writes the three locks anew from pyproject.toml: the newest allowed versions, or only PACKAGE … when named.
# The locks hold for every platform and Python, carry all hashes of the public registry, and name no host.
set -eu
cd "$(dirname "$0")/.."

upgrade=--upgrade
if [ $# -gt 0 ]; then
    upgrade=''
    for package in "$@"; do upgrade="$upgrade --upgrade-package $package"; done
fi

# $upgrade is a list of words without spaces inside.
lock() {
    # shellcheck disable=SC2086 -- the words are meant to be split
    .venv/bin/uv pip compile --quiet --no-config $upgrade --universal --python-version 3.11 \
        --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header "$@"
}

lock pyproject.toml --group dev --output-file requirements/dev.txt
# The same versions for those who only run Pejl: what dev.txt says is a bound here.
lock pyproject.toml --group build --constraint requirements/dev.txt --output-file requirements/run.txt
echo uv | lock - --output-file requirements/boot.txt
