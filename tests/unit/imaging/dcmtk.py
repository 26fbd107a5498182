"""Offis' DCMTK as an outside oracle for pixels, and as a maker of compressed files."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

needs_dcmtk = pytest.mark.skipif(shutil.which("dcm2pnm") is None, reason="needs DCMTK (apt: dcmtk)")


def dcmtk(program: str, *arguments: str, dicom: bytes, folder: Path) -> bytes:
    """Run `program arguments in out`; what it wrote."""
    source, target = folder / "in.dcm", folder / "out"
    source.write_bytes(dicom)
    subprocess.run([program, *arguments, str(source), str(target)], check=True, capture_output=True)
    return target.read_bytes()


def shown_by_dcmtk(dicom: bytes, folder: Path, *window: str) -> np.ndarray:
    """The grey picture, 8 bits, that dcm2pnm makes."""
    png = dcmtk("dcm2pnm", "--write-png", *window, dicom=dicom, folder=folder)
    return np.asarray(Image.open(BytesIO(png)).convert("L"))
