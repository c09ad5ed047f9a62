"""Do the README's pictures show the pages as they are, and are they small enough to keep?"""

import struct

import pytest

from tests.browser.pictures import AGAIN, FOLDER, MADE_OF, MOST_BYTES, PICTURES, WIDTH, made_of

NAMES = [name for name, _, _ in PICTURES]


def test_the_pictures_are_of_the_pages_as_they_are() -> None:
    then, now = MADE_OF.read_text(encoding="utf-8").splitlines(), made_of().splitlines()
    changed = sorted({line.split()[1] for line in {*then} ^ {*now}})
    assert changed == [], AGAIN


def test_there_is_nothing_else_in_the_folder() -> None:
    wanted = {*(f"{name}.png" for name in NAMES), MADE_OF.name}
    assert {path.name for path in FOLDER.iterdir()} == wanted, AGAIN


@pytest.mark.parametrize(("name", "highest"), [(name, highest) for name, _, highest in PICTURES])
def test_a_picture_is_small_and_of_the_size_asked_for(name: str, highest: int) -> None:
    content = (FOLDER / f"{name}.png").read_bytes()
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    # The first chunk of a PNG begins with its width and height.
    width, height = struct.unpack(">II", content[16:24])
    assert width == WIDTH, AGAIN
    assert highest // 2 < height <= highest, AGAIN
    assert len(content) <= MOST_BYTES
