"""How much of the corpus of registers is read right: facts by shape and by field, in per cent.

    ./dev bench import_corpus [--folder FOLDER] [--only TEXT] [--show wrong unplaced lost]

Right, unplaced (kept, but in no field), wrong and lost are counted as tests/corpus/README.md says. Exits 1 when
less than 95 % are right, more than 1 % wrong, or anything is lost.
"""

import argparse
import os
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / "tests" / "corpus"


def main(arguments: Sequence[str]) -> int:
    """Print the tables and return whether the aims are met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=CORPUS, help="other documents with facts, as in tests/hold_out/")
    parser.add_argument("--only", default="", help="documents whose name holds this text")
    parser.add_argument("--show", nargs="*", default=[], help="also print the facts that came out so")
    options = parser.parse_args(arguments)
    facts = measured(options.folder, options.only)
    print_table("shape", grouped(facts, "shape"))
    print_table("field", grouped(facts, "path"))
    print_table("", {"all": facts})
    for fact in facts:
        if fact.verdict in options.show:
            print(f"{fact.verdict:9} {fact.document} {fact.path}: {fact.told}")
    return 0 if aims_met(facts) else 1


def measured(folder: Path, only: str) -> list:
    """Return the facts of a folder's documents and how they came out."""
    import django

    django.setup()
    from tests.corpus.documents import stated
    from tests.corpus_score import score
    from tests.inputs.told import whole

    facts = []
    for one in stated(folder):
        if only in one.path.name:
            facts += score(one, whole(one.document.read_bytes(), one.document.name))
    return facts


def grouped(facts: Iterable, name: str) -> Mapping[str, list]:
    """Return the facts by one of their attributes."""
    groups = defaultdict(list)
    for fact in facts:
        groups[getattr(fact, name)].append(fact)
    return dict(sorted(groups.items()))


def print_table(head: str, groups: Mapping[str, list]) -> None:
    """Print a row for each group: how many facts, and how they came out in per cent."""
    from tests.corpus_score import WORST, share

    print(f"\n{head:34} facts  " + "  ".join(f"{verdict:>8}" for verdict in WORST))
    for name, facts in groups.items():
        print(f"{name:34} {len(facts):5}  " + "  ".join(f"{share(facts, verdict):8.1f}" for verdict in WORST))


def aims_met(facts: Sequence) -> bool:
    """Return whether the whole corpus is read as well as we promise."""
    from tests.corpus_score import LOST, RIGHT, WRONG, share

    return share(facts, RIGHT) >= 95 and share(facts, WRONG) <= 1 and share(facts, LOST) == 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    sys.exit(main(sys.argv[1:]))
