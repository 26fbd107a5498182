"""Small ONNX models for tests, built with the onnx package, and their manifests."""

import hashlib
from pathlib import Path

import numpy as np
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper

from shared.domain.model_manifest import ModelManifest

LABELS = ("Bright Left", "Bright Right")


def quadrants(*, extra: NodeProto | None = None, domain: str = "", external: str | None = None) -> bytes:
    """Answers which half of an 8 x 8 image is bright; its features are the two halves, and the whole."""
    left = np.zeros((3, 1, 1, 1), np.float32)
    left[:, 0, 0, 0] = [1, 1, 1]
    weights = np.array([[8, 0, 0], [0, 8, 0], [0, 0, 8]], np.float32)
    masks = np.zeros((1, 3, 8, 8), np.float32)
    masks[0, 0, :, :4], masks[0, 1, :, 4:], masks[0, 2] = 1, 1, 1
    nodes = [
        helper.make_node("Conv", ["image", "spread"], ["three"]),
        helper.make_node("Mul", ["three", "masks"], ["features"]),
        helper.make_node("GlobalAveragePool", ["features"], ["mean"]),
        helper.make_node("Flatten", ["mean"], ["flat"]),
        helper.make_node("Gemm", ["flat", "classifier.weight", "bias"], ["logits"], transB=1),
        *([extra] if extra else []),
    ]
    tensors = [
        numpy_helper.from_array(left, "spread"),
        numpy_helper.from_array(masks, "masks"),
        numpy_helper.from_array(weights, "classifier.weight"),
        numpy_helper.from_array(np.array([-2, -2, -1], np.float32), "bias"),
    ]
    if external:
        tensors[1] = _external("masks", external)
    graph = helper.make_graph(
        nodes,
        "quadrants",
        [helper.make_tensor_value_info("image", TensorProto.FLOAT, [1, 1, 8, 8])],
        [
            helper.make_tensor_value_info("logits", TensorProto.FLOAT, [1, 3]),
            helper.make_tensor_value_info("features", TensorProto.FLOAT, [1, 3, 8, 8]),
        ],
        tensors,
    )
    return _model(graph, domain).SerializeToString()


def _model(graph: object, domain: str) -> ModelProto:
    opsets = [helper.make_opsetid("", 17), *([helper.make_opsetid(domain, 1)] if domain else [])]
    return helper.make_model(graph, opset_imports=opsets, ir_version=9)  # pyright: ignore[reportArgumentType]


def _external(name: str, location: str) -> TensorProto:
    tensor = TensorProto(name=name, data_type=TensorProto.FLOAT, data_location=TensorProto.EXTERNAL)
    tensor.dims.extend([1, 3, 8, 8])
    tensor.external_data.add(key="location", value=location)
    return tensor


def manifest(onnx: bytes, **changes: object) -> ModelManifest:
    base: dict[str, object] = {
        "id": "quadrants",
        "version": "1.0.0",
        "name": "Quadrants",
        "sha256": hashlib.sha256(onnx).hexdigest(),
        "labels": [
            {"name": name, "code": {"scheme": "99TEST", "value": str(n), "meaning": name}, "threshold": 0.5}
            for n, name in enumerate(LABELS)
        ],
        "input": {"width": 8, "height": 8, "fit": "stretch", "intensity": {"kind": "stored"}},
        "output": {},
        "rejection": {"threshold": 0.5, "reason": "not bright at all"},
        "acceptance": {"modalities": ["DX"]},
        "intended_use": "tests",
        "notice": "for tests only",
        "licence": "none",
    }
    return ModelManifest.model_validate(base | changes)


def install(folder: Path, onnx: bytes, described: ModelManifest) -> Path:
    """The folder of models with this one in it."""
    home = folder / described.id
    home.mkdir(parents=True, exist_ok=True)
    (home / "model.onnx").write_bytes(onnx)
    (home / "manifest.json").write_text(described.model_dump_json())
    return folder
