"""Does each scene of what seldom happens raise just the duties it should, in both engines?"""

import pytest

from pejl.engine import columnar, plain
from pejl.ledger import deadline_frame, frame_of
from pejl.rulebook import RULEBOOK
from tests.spec.example import Example
from tests.spec.seldom import SCENES, Scene


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.says[:60])
def test_a_scene_raises_what_it_should_and_nothing_else(scene: Scene) -> None:
    example = Example(says=scene.says, events=scene.events, as_of=scene.as_of, gives=())
    events, moment = example.ledger(), example.moment
    rows = plain.evaluate(events, rulebook=RULEBOOK, as_of=moment)
    assert sorted(f"{row.rule}: {row.status(moment)}" for row in rows) == sorted(scene.gives)
    other = columnar.evaluate(frame_of(events), rulebook=RULEBOOK, as_of=moment)
    one, two = (each.sort(each.columns, nulls_last=True) for each in (deadline_frame(rows, as_of=moment), other))
    assert one.equals(two)
