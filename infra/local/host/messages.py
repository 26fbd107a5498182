"""The messages between a Functions host and its worker, in the shapes of FunctionRpc.proto.

The worker library reads attributes, asks `WhichOneof`, and builds its answers through the class names
that the host hands over; nothing of it needs protobuf.
"""

import json
from types import SimpleNamespace
from typing import Any, ClassVar

ONEOF = {
    "rpc_data": ("data",),
    "data": ("string", "json", "bytes", "http", "int", "double", "model_binding_data"),
}


class Message:
    """A protobuf message: an unset scalar reads as empty, maps must be given."""

    def __init__(self, **fields: Any) -> None:
        self.__dict__.update({name: value for name, value in fields.items() if value is not None})

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or name == "TypedData":
            raise AttributeError(name)
        return ""

    def WhichOneof(self, group: str) -> str | None:  # noqa: N802  the name protobuf gives it
        return next((field for field in ONEOF[group] if field in self.__dict__), None)


class TypedData(Message): ...


class RpcHttp(Message): ...


class ParameterBinding(Message): ...


class StatusResult(Message):
    Failure: ClassVar = 0
    Success: ClassVar = 1
    Cancelled: ClassVar = 2


class BindingInfo(Message):
    undefined: ClassVar = 0
    out: ClassVar = 1
    inout: ClassVar = 2


setattr(BindingInfo, "in", 0)  # a keyword in Python, a value in the protocol

OTHERS = """
    RpcException RpcFunctionMetadata RpcRetryOptions RpcHttpCookie WorkerMetadata WorkerInitResponse
    FunctionMetadataResponse FunctionLoadResponse InvocationResponse
    NullableString NullableBool NullableDouble NullableTimestamp
"""

PROTOCOL = SimpleNamespace(
    TypedData=TypedData,
    RpcHttp=RpcHttp,
    ParameterBinding=ParameterBinding,
    StatusResult=StatusResult,
    BindingInfo=BindingInfo,
    **{name: type(name, (Message,), {}) for name in OTHERS.split()},
)


def typed(value: Any) -> TypedData:
    """A value as the .NET host would send it: text as string, everything else as JSON."""
    if isinstance(value, str):
        return TypedData(string=value)
    return TypedData(json=json.dumps(value, default=lambda moment: moment.isoformat()))


def http(parameters: dict[str, str]) -> TypedData:
    """The message beside a streamed request: the route parameters and nothing else."""
    empty = RpcHttp(headers={}, params=parameters, query={}, body=TypedData())
    return TypedData(http=empty)
