"""The register as a workbook: which sheets and columns it has, and what stands in a cell. Both ways use it.

Pure. `outputs.register_xlsx` writes by it and `inputs.register_xlsx` reads by it, so that neither can forget a field:
columns are read from the record's own types.
"""

from .columns import Column, Kind
from .layout import FOR_READING, MARK, PARTY_SHEETS, Sheet, sheets

__all__ = ["FOR_READING", "MARK", "PARTY_SHEETS", "Column", "Kind", "Sheet", "sheets"]
