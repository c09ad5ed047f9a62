"""Is every row of the database declared: what it may tell of a person, and whether it may be changed?"""

from importlib import import_module

import pytest
from django.apps import apps

APPS = (
    *("access", "handbook", "cases", "reception", "cooperation", "counselling"),
    *("underret", "plan", "circle", "worklists", "insight"),
)


@pytest.mark.parametrize("app", APPS)
def test_every_model_is_declared_changeable_or_not(app: str) -> None:
    declared = import_module(f"pejl.web.{app}.declared")
    assert {model.__name__ for model in apps.get_app_config(app).get_models()} == set(declared.MODELS)


@pytest.mark.parametrize("app", APPS)
def test_every_field_is_declared_personal_replaceable_or_harmless(app: str) -> None:
    declared = import_module(f"pejl.web.{app}.declared")
    found = {
        model.__name__: {field.name for field in (*model._meta.local_fields, *model._meta.local_many_to_many)}
        for model in apps.get_app_config(app).get_models()
    }
    assert found == {model: set(fields) for model, fields in declared.FIELDS.items()}
