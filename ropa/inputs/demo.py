"""fixtures/demo.json -> records and the steps that were taken with them.

The file is ropa's record JSON with three conveniences: activities name their
organisation, controller and unit by slug; rows are called by short local names,
which become UUIDs that are the same in every run; terms are named by code.
"""

from collections.abc import Iterator
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from .. import record

_ONE_KEY = {"key", "about", "processor"}
_MANY_KEYS = {"purposes", "personal_data", "data_subjects", "carriers"}


def key_of(*path: str) -> UUID:
    """Return the UUID that stands for a name in the file."""
    return uuid5(NAMESPACE_URL, "ropa:demo:" + ":".join(path))


def organisations(data: dict[str, Any]) -> Iterator["DemoOrganisation"]:
    """Yield the organisations with their parties as values."""
    for given in data["organisations"]:
        yield DemoOrganisation(given)


class DemoOrganisation:
    """One organisation of the file, and the values its activities refer to."""

    def __init__(self, given: dict[str, Any]) -> None:
        self.given = given
        self.slug: str = given["slug"]
        self.value = record.Organisation.model_validate(
            {
                "key": key_of(self.slug),
                **{
                    k: given[k]
                    for k in ("slug", "name", "organisation_number", "county", "contact", "headings")
                    if k in given
                },
            }
        )
        self.controllers = {c["slug"]: self._controller(c) for c in given.get("controllers", [])}
        self._units = {u["slug"]: u for u in given.get("units", [])}

    def _controller(self, given: dict[str, Any]) -> record.Controller:
        return record.Controller.model_validate({"key": key_of(self.slug, "controller", given["slug"]), **given})

    @property
    def dpo(self) -> record.DataProtectionOfficer | None:
        """The organisation's DPO, or None where the document names none."""
        given = self.given.get("dpo")
        if not given:
            return None
        return record.DataProtectionOfficer.model_validate({"key": key_of(self.slug, "dpo"), **given})

    def unit(self, slug: str) -> record.Unit:
        """Return a unit by its slug, with those above it."""
        given = self._units[slug]
        controller = self.controllers.get(given.get("controller") or "")
        return record.Unit.model_validate(
            {
                "key": key_of(self.slug, "unit", slug),
                "slug": slug,
                "name": given["name"],
                "contact": given.get("contact", {}),
                "path": self._path(given.get("parent")),
                "controller_key": controller.key if controller else None,
            }
        )

    def _path(self, slug: str | None) -> list[tuple[str, Any]]:
        path: list[tuple[str, Any]] = []
        while slug:
            path.insert(0, (slug, self._units[slug]["name"]))
            slug = self._units[slug].get("parent")
        return path

    @property
    def unit_slugs(self) -> list[str]:
        """Every unit, those above before those below."""
        return sorted(self._units, key=lambda slug: len(self._path(slug)))

    def controller_of(self, activity: dict[str, Any]) -> record.Controller | None:
        """Return the activity's own controller, else its unit's."""
        unit = self._units.get(activity.get("unit") or "", {})
        return self.controllers.get(activity.get("controller") or unit.get("controller") or "")


def activity(given: dict[str, Any], organisation: DemoOrganisation) -> record.ProcessingActivity:
    """Return one activity of the file as a record."""
    named = _with_keys({k: v for k, v in given.items() if k not in {"organisation", "unit", "controller"}})
    unit = given.get("unit")
    return record.ProcessingActivity.model_validate(
        {
            **named,
            "key": key_of(given["slug"]),
            "organisation": organisation.value,
            "controller": organisation.controller_of(given),
            "dpo": organisation.dpo,
            "unit": organisation.unit(unit) if unit else None,
        }
    )


def changed(activity: record.ProcessingActivity, changes: dict[str, Any]) -> record.ProcessingActivity:
    """Return the activity with some fields replaced, as a step of the file says."""
    named = _with_keys({"slug": activity.slug, **changes})
    return record.replace(activity, **{k: named[k] for k in changes})


def _with_keys(given: dict[str, Any]) -> dict[str, Any]:
    """Turn the local names of rows into UUIDs, wherever a row says or names one."""
    slug = given["slug"]
    return {
        name: [_row(slug, row) for row in value] if isinstance(value, list) and _are_rows(value) else value
        for name, value in given.items()
    }


def _are_rows(value: list[Any]) -> bool:
    return bool(value) and isinstance(value[0], dict)


def _row(slug: str, row: dict[str, Any]) -> dict[str, Any]:
    made = dict(row)
    for name in _ONE_KEY & set(row):
        made[name] = row[name] and str(key_of(slug, row[name]))
    for name in _MANY_KEYS & set(row):
        made[name] = [str(key_of(slug, item)) for item in row[name]]
    return made
