"""What holds for every test: no network, no skips where forbidden, and in CI the same luck every time."""

import os
import socket
from collections.abc import Generator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import settings

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)
LOOPBACK = ("127.", "::1", "localhost")

settings.register_profile("dev", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


def pytest_configure() -> None:
    """Guard the socket before any test module is imported."""
    # setattr, since a class's method is not meant to be replaced and mypy rightly says so.
    for name in ("connect", "connect_ex"):
        setattr(socket.socket, name, guarded(getattr(socket.socket, name)))


def guarded(connect: Any) -> Any:
    """Let a connection through only when it stays on this machine."""

    def connect_on_this_machine(self: socket.socket, address: Any) -> Any:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not str(address[0]).startswith(LOOPBACK):
            raise RuntimeError(f"cannot connect to {address!r} in a test; use a file in tests/samples instead")
        return connect(self, address)

    return connect_on_this_machine


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave Spark out unless it is asked for by name: it needs Java, and packages nobody else needs."""
    asked = any(str(argument).rstrip("/").startswith("tests/spark") for argument in config.args)
    return True if collection_path.name == "spark" and not asked else None


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a test that skips itself into one that fails, where skips are forbidden."""
    return refuse_skip((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Do the same for a module that skips itself while it is imported."""
    return refuse_skip((yield))


def refuse_skip(report: Report) -> Report:
    """A skipped test says nothing, and in CI nobody is there to notice."""
    if os.environ.get("PEJL_NO_SKIPS") and report.skipped and not hasattr(report, "wasxfail"):
        report.longrepr = f"cannot skip a test here (PEJL_NO_SKIPS is set); give it what it needs: {report.longrepr}"
        report.outcome = "failed"
    return report
