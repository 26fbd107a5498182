"""An answer that is more than its body."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Reply[T]:
    value: T
    headers: dict[str, str] = field(default_factory=dict[str, str])
    cookies: tuple[str, ...] = ()
