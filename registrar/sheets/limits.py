"""How much of a file is taken. What is larger is refused in words, before it fills anything."""

# The file as it is uploaded, and the rows below its heading.
MAX_BYTES = 20 * 1024 * 1024
MAX_ROWS = 100_000
# No list of ours has so many; a cell further to the right is nobody's.
MAX_COLUMNS = 256
# Excel's own limit for the text of a cell.
MAX_CELL = 32_767
# Unpacked XML of a workbook. 100,000 rows of 20 cells are about 120 MB.
MAX_UNPACKED = 256 * 1024 * 1024
# Text that an XLSX file keeps apart from its rows: the one thing held in memory while it is read.
MAX_SHARED_TEXT = 48 * 1024 * 1024
MAX_SHARED_STRINGS = 4_000_000
MAX_PARTS = 2_000
# Of XML that a parser keeps: elements within each other, different names, bytes of one tag.
MAX_DEPTH = 64
MAX_NAMES = 4_000
MAX_TOKEN = 1024 * 1024
# So many rows fit into one sheet of XLSX, the heading included.
MAX_SHEET_ROWS = 1_048_576
