"""The shape shared by every closed list."""

from django.db.models import TextChoices


class Code(TextChoices):
    """A closed list: value = stable code, label = translated text."""

    @property
    def text(self) -> str:
        """The label in the language active now (labels are lazy by themselves)."""
        return str(self.label)
