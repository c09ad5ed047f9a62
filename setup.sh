# Sourced by ./start and ./check: how does this machine get a .venv that is exactly what the locks say?
# set_up run  – what Pejl needs to run.   set_up dev  – the same versions, and the tools that check it.

VENV=.venv
STAMP=$VENV/pejl-set-up

say() {
    printf '%s\n' "$*"
}

give_up() {
    printf '%s\n' "$*" >&2
    exit 1
}

set_up() {
    wanted=$1
    read_stamp
    if [ "$had_locks" = "$(fingerprint)" ] && [ "$had_place" = "$PWD" ]; then
        case "$had_level" in dev | "$wanted") return ;; esac
    fi
    # Whoever once ran ./check keeps the tools when ./start meets newer locks.
    if [ "$had_level" = dev ]; then wanted=dev; fi
    rm -f "$STAMP"
    make_venv
    say "Henter pakker til Pejl. Første gang tager det op til et par minutter …"
    install_locked "requirements/$wanted.txt"
    printf '%s\n%s\n%s\n' "$wanted" "$(fingerprint)" "$PWD" >"$STAMP"
}

read_stamp() {
    had_level='' had_locks='' had_place=''
    if [ -f "$STAMP" ]; then
        { read -r had_level && read -r had_locks && read -r had_place; } <"$STAMP" || had_locks=''
    fi
}

# cksum is the one checksum that POSIX promises; it only has to notice change, the locks do the guarding.
fingerprint() {
    cat setup.sh pyproject.toml requirements/*.txt | cksum
}

# A .venv without a stamp was interrupted, and one that has moved points back to where it was: both are made anew.
make_venv() {
    if [ "$had_place" = "$PWD" ] && right_python "$VENV/bin/python"; then
        return
    fi
    find_python
    say "Laver et lukket Python-miljø i $VENV med $("$python" --version) …"
    "$python" -m venv --clear "$VENV" ||
        give_up "Python-miljøet kunne ikke laves i $VENV. Se beskeden herover, og prøv igen."
}

find_python() {
    for python in python3 python3.14 python3.13 python3.12 python3.11 python; do
        if right_python "$python"; then return; fi
    done
    give_up "Pejl kræver Python 3.11 eller nyere med modulet venv, og det findes ikke på denne maskine." \
        "Installér Python 3.11 eller nyere (på Debian og Ubuntu også pakken python3-venv), og prøv igen."
}

right_python() {
    "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

# uv takes seconds where pip takes a minute. But pip knows the machine's own set-up (a mirror, a certificate), so
# it is what we fall back on. Both accept only packages whose hash stands in the lock.
install_locked() {
    with_uv "$1" || {
        say "Det lykkedes ikke med uv. Prøver med pip, som er langsommere …"
        with_pip "$1" || give_up "Pakkerne kunne ikke hentes. Se beskeden herover, tjek netforbindelsen, og prøv igen."
    }
}

with_uv() {
    pip install --only-binary :all: --require-hashes -r requirements/boot.txt &&
        "$VENV/bin/uv" pip sync --quiet --python "$VENV/bin/python" --require-hashes "$1" &&
        "$VENV/bin/uv" pip install --quiet --python "$VENV/bin/python" --no-deps --no-build-isolation --editable .
}

with_pip() {
    pip install --require-hashes -r "$1" && pip install --no-deps --no-build-isolation --editable .
}

pip() {
    command=$1
    shift
    "$VENV/bin/python" -m pip "$command" --quiet --disable-pip-version-check "$@"
}
