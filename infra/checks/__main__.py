"""Print what the policy finds in bicep/; 1 where it finds anything."""

import sys

from infra.checks import code
from infra.checks.bicep.template import Template
from infra.checks.rules import findings


def main() -> int:
    found = findings(Template.load(code.ROOT / "bicep"), code.read())
    print("\n".join([*found, f"{len(found)} findings"]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
