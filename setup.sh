# Sourced by ./start and ./check: how does this machine get a .venv that is exactly what the locks say?
# set_up run  – what Pejl needs to run.   set_up dev  – the same versions, and the tools that check it.
# find_chromium, find_postgres  – what no lock can hold and the tests of the web need all the same.

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

# The browser tests drive a real Chromium: the one that PEJL_CHROMIUM names, else one on PATH, else Debian's, which we
# install where we may. Leaves its name in PEJL_CHROMIUM, and nothing where a person's machine has none.
find_chromium() {
    if [ -n "${PEJL_CHROMIUM-}" ]; then
        answers "$PEJL_CHROMIUM" ||
            give_up "PEJL_CHROMIUM er \"$PEJL_CHROMIUM\", men det program kan ikke startes. Ret den, eller fjern den."
    else
        chromium_on_path || {
            with_apt "browseren Chromium til prøverne" chromium fonts-dejavu-core && chromium_on_path
        } || without_chromium
    fi
    export PEJL_CHROMIUM
}

# On Ubuntu the name may stand for a notice about a snap, so each is asked to answer.
chromium_on_path() {
    for PEJL_CHROMIUM in chromium chromium-browser google-chrome; do
        if answers "$PEJL_CHROMIUM"; then return; fi
    done
    PEJL_CHROMIUM=''
    return 1
}

answers() {
    command -v "$1" >/dev/null 2>&1 && "$1" --version >/dev/null 2>&1
}

without_chromium() {
    [ -z "${CI-}${PEJL_NO_SKIPS-}" ] ||
        give_up "Der er ingen Chromium, og her må browserprøverne ikke springes over." \
            "Installér den, eller sæt PEJL_CHROMIUM til et program, der kan startes."
    say "Der er ingen Chromium på maskinen, så browserprøverne springes over. Alt andet prøves."
    say "Installér Chromium eller Chrome, eller sæt PEJL_CHROMIUM, for at få dem med."
}

# The wheel's server, or one that is installed, or Debian's where we may install it. tests.web.postgres does the rest.
find_postgres() {
    if postgres_here; then return; fi
    with_apt "databasen PostgreSQL til prøverne" postgresql && postgres_here ||
        give_up "Der er ingen PostgreSQL at prøve på." \
            "Installér PostgreSQL, eller sæt TEST_DATABASE_URL til en server, hvor Pejl må oprette databaser."
}

postgres_here() {
    "$VENV/bin/python" -m tests.web.postgres --find
}

# with_apt WHAT PACKAGE …  – where the machine is Debian's kind and we are root; quietly not, elsewhere.
with_apt() {
    what=$1
    shift
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 || return
    say "Henter $what med apt-get ($*). Det kan tage et par minutter …"
    { apt_get update && apt_get install --no-install-recommends "$@"; } || {
        say "Det lykkedes ikke at hente $what. Se beskeden herover."
        return 1
    }
}

apt_get() {
    DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=300 "$@" >/dev/null
}
