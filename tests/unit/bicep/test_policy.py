"""bicep/ is what the code needs; and whoever breaks it is told. # J1 J2 J3"""

import pytest

from infra.checks import code
from infra.checks.bicep.template import Template
from infra.checks.rules import findings
from tests.unit.bicep.faults import FAULTS
from tests.unit.bicep.faults.fault import Fault

TEMPLATE = Template.load(code.ROOT / "bicep")
CODE = code.read()


def test_what_is_deployed_is_what_the_code_needs() -> None:
    assert findings(TEMPLATE, CODE) == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_is_named(fault: Fault) -> None:
    source = TEMPLATE.sources[fault.file]
    assert fault.was in source, "the fault is no longer one that could be made"

    found = findings(
        Template({**TEMPLATE.sources, fault.file: source.replace(fault.was, fault.becomes)}), CODE
    )

    assert any(fault.said in sentence for sentence in found), found
