"""What an ONNX file asks for, read without running it (onnx.proto3)."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from shared.inference.wire import Malformed, fields, varints

MODEL_GRAPH, MODEL_FUNCTIONS = 7, 25
GRAPH_NODE, GRAPH_INITIALIZER, GRAPH_SPARSE = 1, 5, 15
NODE_OPERATOR, NODE_ATTRIBUTE, NODE_DOMAIN = 4, 5, 7
ATTRIBUTE_TENSOR, ATTRIBUTE_GRAPH, ATTRIBUTE_TENSORS, ATTRIBUTE_GRAPHS, ATTRIBUTE_SPARSE = 5, 6, 10, 11, 22
TENSOR_DIMS, TENSOR_TYPE, TENSOR_FLOATS, TENSOR_NAME, TENSOR_RAW = 1, 2, 4, 8, 9
TENSOR_EXTERNAL, TENSOR_LOCATION = 13, 14
FLOAT, EXTERNAL = 1, 1


@dataclass
class OnnxFile:
    operators: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    """(domain, operator); the domain of ONNX itself is "" or "ai.onnx"."""
    has_functions: bool = False
    has_external_data: bool = False
    initializers: dict[str, NDArray[np.float32]] = field(default_factory=dict[str, NDArray[np.float32]])
    """The float tensors of the main graph."""


def read_onnx(data: bytes) -> OnnxFile:
    """Raises Malformed."""
    found = OnnxFile()
    for number, value in fields(memoryview(data)):
        if number == MODEL_GRAPH:
            _graph(found, _message(value), keep=True)
        elif number == MODEL_FUNCTIONS:
            found.has_functions = True
    if not found.operators:
        raise Malformed("There is no graph in it.")
    return found


def _message(value: int | memoryview) -> memoryview:
    if isinstance(value, int):
        raise Malformed("A number stands where a message should be.")
    return value


def _graph(found: OnnxFile, graph: memoryview, *, keep: bool) -> None:
    for number, value in fields(graph):
        if number == GRAPH_NODE:
            _node(found, _message(value))
        elif number == GRAPH_INITIALIZER:
            _tensor(found, _message(value), keep=keep)
        elif number == GRAPH_SPARSE:
            _sparse(found, _message(value))


def _node(found: OnnxFile, node: memoryview) -> None:
    domain = operator = ""
    for number, value in fields(node):
        if number == NODE_OPERATOR:
            operator = bytes(_message(value)).decode()
        elif number == NODE_DOMAIN:
            domain = bytes(_message(value)).decode()
        elif number == NODE_ATTRIBUTE:
            _attribute(found, _message(value))
    found.operators.add((domain, operator))


def _attribute(found: OnnxFile, attribute: memoryview) -> None:
    for number, value in fields(attribute):
        if number in (ATTRIBUTE_GRAPH, ATTRIBUTE_GRAPHS):
            _graph(found, _message(value), keep=False)
        elif number in (ATTRIBUTE_TENSOR, ATTRIBUTE_TENSORS):
            _tensor(found, _message(value), keep=False)
        elif number == ATTRIBUTE_SPARSE:
            _sparse(found, _message(value))


def _sparse(found: OnnxFile, sparse: memoryview) -> None:
    for number, value in fields(sparse):
        if number in (1, 2):  # values, indices
            _tensor(found, _message(value), keep=False)


def _tensor(found: OnnxFile, tensor: memoryview, *, keep: bool) -> None:
    name, kind, dims, floats = "", 0, list[int](), b""
    for number, value in fields(tensor):
        if number == TENSOR_EXTERNAL or (number == TENSOR_LOCATION and value == EXTERNAL):
            found.has_external_data = True
        elif number == TENSOR_DIMS:
            dims += [value] if isinstance(value, int) else varints(value)
        elif number == TENSOR_TYPE and isinstance(value, int):
            kind = value
        elif number == TENSOR_NAME:
            name = bytes(_message(value)).decode()
        elif number in (TENSOR_RAW, TENSOR_FLOATS):
            floats += bytes(_message(value))
    if keep and kind == FLOAT and len(floats) == 4 * int(np.prod(dims)):
        found.initializers[name] = np.frombuffer(floats, "<f4").reshape(dims)
