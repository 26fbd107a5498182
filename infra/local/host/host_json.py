"""host.json, as far as this host honours it. Defaults are those of the Functions host, version 4."""

import json
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic.alias_generators import to_camel

TIME_SPAN = re.compile(r"(?:(\d+)\.)?(\d{1,2}):(\d{2}):(\d{2}(?:\.\d+)?)")

SETTING = "AzureFunctionsJobHost__"


class Refused(Exception):
    """The Functions host would not start this app; the text says why."""


def seconds(value: Any) -> Any:
    """A .NET time span, `[d.]hh:mm:ss[.fff]`, in seconds."""
    if not isinstance(value, str):
        return value
    match = TIME_SPAN.fullmatch(value)
    if not match:
        raise ValueError(f"{value!r} is not a time span like 00:00:10")
    days, hours, minutes, rest = match.groups()
    return int(days or 0) * 86400 + int(hours) * 3600 + int(minutes) * 60 + float(rest)


type Span = Annotated[float, BeforeValidator(seconds)]


class Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", alias_generator=to_camel, populate_by_name=True)


class HttpOptions(Section):
    route_prefix: str = "api"
    max_outstanding_requests: int = -1
    max_concurrent_requests: int = -1


class QueueOptions(Section):
    batch_size: int = Field(default=16, ge=1, le=32)
    new_batch_threshold: int | None = Field(default=None, ge=0)
    max_polling_interval: Span = Field(default=60.0, ge=0.1)
    visibility_timeout: Span = 0.0
    max_dequeue_count: int = Field(default=5, ge=1)
    message_encoding: Literal["base64", "none"] = "base64"

    @property
    def threshold(self) -> int:
        """How few messages may be left in hand before the next batch is fetched."""
        return self.batch_size // 2 if self.new_batch_threshold is None else self.new_batch_threshold


class Extensions(Section):
    http: HttpOptions = HttpOptions()
    queues: QueueOptions = QueueOptions()


class HostJson(Section):
    version: Literal["2.0"]
    function_timeout: Span = 1800.0
    extensions: Extensions = Extensions()

    @classmethod
    def read(cls, app: Path) -> Self:
        """Raises Refused when the file is missing or says something the host does not accept."""
        file = app / "host.json"
        try:
            return cls.model_validate(_overridden(json.loads(file.read_bytes()), os.environ))
        except FileNotFoundError:
            raise Refused(f"{file} is missing.") from None
        except json.JSONDecodeError as error:
            raise Refused(f"host.json: {error}") from None
        except ValidationError as error:
            faults = [f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors()]
            raise Refused("host.json: " + "; ".join(faults)) from None


def _overridden(body: dict[str, Any], settings: Mapping[str, str]) -> dict[str, Any]:
    """App settings stand above the file: AzureFunctionsJobHost__extensions__queues__batchSize."""
    for name, value in settings.items():
        if name.startswith(SETTING):
            *sections, last = name.removeprefix(SETTING).split("__")
            place = body
            for section in sections:
                place = place.setdefault(section, {})
            place[last] = value
    return body
