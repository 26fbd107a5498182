"""What a model expects of a file, made in a decoding process."""

import json

import numpy as np
from numpy.typing import NDArray

from shared.domain.model_manifest import InputSpecification
from shared.imaging.apart.pool import decoders
from shared.imaging.errors import UNKNOWN, ImagingError
from shared.imaging.tensor import Placement


def prepared(file: bytes, wanted: InputSpecification, uid: str) -> tuple[NDArray[np.float32], Placement]:
    """[1, channels, height, width] of the first frame. Raises ImagingError that names the instance."""
    try:
        values, told = decoders().ask("tensor", file, input=wanted.model_dump(mode="json"))
    except ImagingError as error:
        if error.sop_instance_uid == UNKNOWN:
            error.sop_instance_uid = uid
        raise
    said = json.loads(told)
    placement = Placement(**{name: tuple(pair) for name, pair in said["placement"].items()})
    return np.frombuffer(values, np.float32).reshape(said["shape"]), placement
