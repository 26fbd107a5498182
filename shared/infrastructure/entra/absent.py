"""Where nobody has registered imagini with Microsoft."""

from collections.abc import Mapping
from typing import Any

from shared.application.microsoft import MicrosoftAccount, WayOut
from shared.domain.errors import Conflict

NOT_SET_UP = "Signing in with Microsoft is not set up here."


class NoMicrosoft:
    is_offered = False

    def begin(self) -> WayOut:
        raise Conflict(NOT_SET_UP, "microsoft-unavailable")

    def finish(self, memory: Mapping[str, Any], answer: Mapping[str, str]) -> MicrosoftAccount:  # noqa: ARG002
        raise Conflict(NOT_SET_UP, "microsoft-unavailable")
