"""A model, checked and ready to run."""

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from shared.domain.model_manifest import ModelManifest
from shared.inference.errors import ModelRefused
from shared.inference.onnx_file import OnnxFile, read_onnx
from shared.inference.wire import Malformed

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

type Field = NDArray[np.float32]

MAX_SIZE = 1 << 30
DOMAINS = frozenset({"", "ai.onnx"})
OPERATORS = frozenset({
    "Add", "AveragePool", "BatchNormalization", "Cast", "Clip", "Concat", "Constant", "Conv", "Div",
    "Dropout", "Exp", "Flatten", "Gather", "Gemm", "GlobalAveragePool", "GlobalMaxPool", "HardSigmoid",
    "HardSwish", "Identity", "LayerNormalization", "LeakyRelu", "MatMul", "MaxPool", "Mul", "Pad",
    "Pow", "ReduceMax", "ReduceMean", "ReduceSum", "Relu", "Reshape", "Resize", "Shape", "Sigmoid",
    "Slice", "Softmax", "Split", "Sqrt", "Squeeze", "Sub", "Tanh", "Transpose", "Unsqueeze",
})  # fmt: skip
"""What image classifiers are made of; nothing that loops, branches, draws random numbers or calls out."""


@dataclass(frozen=True)
class Answer:
    logits: Field
    """One per label, and one more where the model can reject an image."""
    features: Field
    """[channels, rows, columns]"""


class Model:
    """Loaded from bytes, so that no file name inside them leads anywhere."""

    def __init__(self, manifest: ModelManifest, session: "InferenceSession", rows: Field) -> None:
        self.manifest = manifest
        self._session = session
        self.classifier = rows
        """[outputs, channels]"""

    def run(self, tensor: Field) -> Answer:
        """`tensor` as the manifest's input says. Raises ModelRefused if the model cannot take it."""
        names = [self.manifest.output.logits, self.manifest.output.features]
        try:
            logits, features = self._session.run(names, {self.manifest.input.name: tensor})
        except Exception as error:  # onnxruntime has a class of its own for each complaint
            raise ModelRefused(f"The model {self.manifest.id} cannot be run: {error}") from error
        return Answer(np.asarray(logits[0], np.float32), np.asarray(features[0], np.float32))  # pyright: ignore[reportArgumentType, reportIndexIssue]


def load(manifest: ModelManifest, data: bytes) -> Model:
    """Raises ModelRefused, before onnxruntime has seen a byte of what is not trusted."""
    parsed = check(manifest, data)
    rows = parsed.initializers.get(manifest.output.classifier)
    outputs = len(manifest.labels) + (manifest.rejection is not None)
    if rows is None or rows.shape[0] != outputs:
        raise ModelRefused(
            f"The model {manifest.id} has no classifier of {outputs} rows, which its heat maps need."
        )
    return Model(manifest, _session(manifest, data), rows.reshape(outputs, -1))


def check(manifest: ModelManifest, data: bytes) -> OnnxFile:
    """What the file asks for. Raises ModelRefused."""
    called = f"The model {manifest.id} {manifest.version}"
    if len(data) > MAX_SIZE:
        raise ModelRefused(f"{called} is larger than {MAX_SIZE >> 20} MB and is not loaded.")
    if hashlib.sha256(data).hexdigest() != manifest.sha256:
        raise ModelRefused(
            f"{called} is not the file its manifest names (its SHA-256 differs) and is not loaded."
        )
    try:
        parsed = read_onnx(data)
    except (Malformed, UnicodeDecodeError) as error:
        raise ModelRefused(f"{called} is not an ONNX file and is not loaded: {error}") from error
    if parsed.has_external_data:
        raise ModelRefused(f"{called} keeps data outside its file and is not loaded.")
    foreign = sorted(
        f"{d or 'ai.onnx'}.{o}" for d, o in parsed.operators if d not in DOMAINS or o not in OPERATORS
    )
    if foreign or parsed.has_functions:
        raise ModelRefused(
            f"{called} uses operators that are not allowed: {', '.join(foreign) or 'functions'}."
        )
    return parsed


def _session(manifest: ModelManifest, data: bytes) -> "InferenceSession":
    import onnxruntime as ort  # noqa: PLC0415 - the heaviest import of the job, and not needed to refuse a model

    options = ort.SessionOptions()
    options.log_severity_level = 3
    available = ort.get_available_providers()
    wanted = [p for p in ("CUDAExecutionProvider", "CPUExecutionProvider") if p in available]
    try:
        return ort.InferenceSession(data, options, providers=wanted)
    except Exception as error:  # onnxruntime has a class of its own for each complaint
        raise ModelRefused(f"The model {manifest.id} cannot be loaded: {error}") from error
