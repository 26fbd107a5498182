"""The job starts fast, and knows neither the web nor the use cases."""

import subprocess
import sys

import pytest


def _loaded(imports: str) -> set[str]:
    program = f"import sys, {imports}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("module", ["shared.inference.__main__", "shared.inference.reader"])
def test_the_job_never_loads_the_web_nor_a_use_case(module: str) -> None:
    loaded = _loaded(module)
    assert "azure.functions" not in loaded
    assert not [
        m for m in loaded if m.startswith(("functions", "shared.application.commands", "shared.composition"))
    ]
    assert not [m for m in loaded if m.startswith("shared.application.queries")]


def test_an_empty_queue_costs_no_imaging() -> None:
    assert not {"pydicom", "numpy", "onnxruntime", "PIL"} & _loaded("shared.inference.__main__")


def test_manifests_are_read_without_onnxruntime_and_numpy() -> None:
    assert not {"onnxruntime", "numpy"} & _loaded("shared.infrastructure.models.catalogue")
