"""Does the set-up itself hold: the scripts, the closed network, the skips that CI forbids?"""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.repository.tracked import ROOT

SCRIPTS = ["start", "check", "setup.sh", "requirements/refresh.sh"]
OUTSIDE = ("192.0.2.1", 80)  # an address set aside for documentation: nobody is there
SKIPS_ITSELF = 'import pytest\n\ndef test_one():\n    pytest.skip("not today")\n'
SKIPS_ITS_MODULE = 'import pytest\n\npytest.skip("not today", allow_module_level=True)\n'
EXPECTED_TO_FAIL = "import pytest\n\n@pytest.mark.xfail\ndef test_one():\n    assert False\n"


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_script_is_sound_shell(script: str) -> None:
    subprocess.run(["sh", "-n", script], cwd=ROOT, check=True)


@pytest.mark.parametrize("script", ["start", "check", "requirements/refresh.sh", ".ci/run"])
def test_a_command_can_be_run(script: str) -> None:
    assert os.access(ROOT / script, os.X_OK)


def test_a_test_cannot_reach_the_network() -> None:
    with socket.socket() as outside, pytest.raises(RuntimeError, match="cannot connect"):
        outside.connect(OUTSIDE)
    with socket.socket() as outside, pytest.raises(RuntimeError, match="cannot connect"):
        outside.connect_ex(OUTSIDE)


def test_a_test_can_reach_this_machine() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket() as client:
        client.connect(server.getsockname())


def run_pytest(folder: Path, test: str, **environment: str) -> int:
    """Run one invented test file under the project's own conftest.py."""
    (folder / "conftest.py").write_text((ROOT / "tests/conftest.py").read_text(encoding="utf-8"))
    (folder / "test_invented.py").write_text(test)
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "PEJL_"))}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", ".", "."]
    return subprocess.run(
        command, cwd=folder, env={**inherited, **environment}, capture_output=True, check=False
    ).returncode


@pytest.mark.parametrize("test", [SKIPS_ITSELF, SKIPS_ITS_MODULE])
def test_a_skip_fails_where_skips_are_forbidden(tmp_path: Path, test: str) -> None:
    assert run_pytest(tmp_path, test, PEJL_NO_SKIPS="1") in (
        pytest.ExitCode.TESTS_FAILED,
        pytest.ExitCode.INTERRUPTED,
    )


def test_a_skip_passes_elsewhere(tmp_path: Path) -> None:
    assert run_pytest(tmp_path, SKIPS_ITSELF) == pytest.ExitCode.OK


def test_a_test_expected_to_fail_is_no_skip(tmp_path: Path) -> None:
    assert run_pytest(tmp_path, EXPECTED_TO_FAIL, PEJL_NO_SKIPS="1") == pytest.ExitCode.OK
