"""The one way in which a reader says no."""


class Refused(Exception):
    """A file that is not read. `ropa.inputs.refusals` has the words for the user.

    `code` is a key of that table; `params` fill its placeholders: numbers, names of parts, places.
    """

    def __init__(self, code: str, **params: str | int) -> None:
        super().__init__(code, params)
        self.code, self.params = code, params

    def __str__(self) -> str:
        return f"{self.code} {self.params}" if self.params else self.code


def check(limit: str, value: int, most: int, place: str = "") -> None:
    """Raise `Refused` if a count is over its limit; `limit` is the refusal's code."""
    if value > most:
        raise Refused(limit, most=most, place=place)
