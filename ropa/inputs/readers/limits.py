"""How large a file may be, and why. What is larger is refused with the limit's name and the place; nothing is cut off.

The largest register we have made (1 000 activities, all fields filled) is a tenth of the smallest of these.
"""

MB = 1024 * 1024

FILE_BYTES = 25 * MB
"""Bytes of the file. A Word document of this size is pictures."""

PARTS = 5_000
"""Parts in the zip archive that a .docx or .xlsx is. Pictures are parts; more than this is no document."""

PART_BYTES = 64 * MB
"""Bytes of one unpacked part. A sheet of half a million cells has some 25 MB."""

UNPACKED_BYTES = 160 * MB
"""Bytes of all parts that are unpacked for reading; pictures are not."""

RATIO = 250
"""Unpacked bytes to packed ones. Written text packs to a tenth, empty formatted cells to a fortieth."""

RATIO_FROM = 4 * MB
"""Bytes that a part may have whatever its ratio: small parts of one repeated word are harmless."""

ROWS = 100_000
"""Rows of a table that hold something."""

COLUMNS = 1_000
"""Columns of a table that hold something."""

CELLS = 500_000
"""Cells of all tables of a file, empty ones inside the tables included."""

OWN_CELLS = 1_500_000
"""Cells and rows of a workbook of ropa's own in which something stands: of two thousand activities half a million."""

OWN_ACTIVITIES = 5_000
"""Activities of a file of ropa's own, empty ones included: of all of them records are made at once."""

NAMES = 10_000
"""Named ranges of a workbook of ropa's own, which has some hundred: each takes a kilobyte when it is opened."""

CELL_CHARS = 100_000
"""Characters of a cell. Excel's own limit is 32 767; a long notice has 20 000."""

LINE_CHARS = 500_000
"""Characters of a paragraph: a whole document without line breaks still is one."""

CHARACTERS = 20_000_000
"""Characters of all texts; text of a merged cell counts once for each cell it covers."""

BLOCKS = 100_000
"""Headings, paragraphs, list entries and tables."""

TAGS = 4_000_000
"""Tags of a page or of a part that is read as a tree. A Word table of 450 000 cells has 3.6 million."""

DEPTH = 200
"""Elements inside one another. A table in a text box in a table is at 40; a saved page with menus at 60."""

PARENT_WAITS = 60
"""Seconds on the clock that a file may take. A file at the limits takes ten on a slow machine."""

PROCESSOR = 30
"""Seconds of processor time."""

MEMORY = 1024 * MB
"""Bytes of address space of the process that reads. A Word part at its limit takes 600 MB as a tree."""

ANSWER_BYTES = 160 * MB
"""Bytes of the answer: characters, at six bytes where they are escaped, and the places of the cells."""
