"""Write the tables into docs/scale.md."""

from tests.bench.scale.document import tables, write

if __name__ == "__main__":
    write(tables(print))
