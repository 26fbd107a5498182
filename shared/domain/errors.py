"""What can go wrong, in the language of the domain. The message is shown to people.

DomainError
├── NotFound          the thing asked for does not exist, or is not yours to see
├── Unauthenticated   nobody is signed in, or the credentials are wrong
│   └── CodeNeeded    the password is right, and a second factor is needed as well
├── Forbidden         you are known, but may not do this
├── Conflict          the name is taken, or somebody else changed it first
│   └── Stale         what you edited has moved on since you read it
├── Gone              it was there, worked once, and works no more
├── RuleBroken        the request makes sense but breaks a rule of the house
├── TooMany           too often in too short a time; it says how long to wait
└── Unavailable       something outside did not answer; trying again may help
"""

from datetime import timedelta


class DomainError(Exception):
    """Base of every error a caller is meant to see. By its reason, a word, programs tell it from others.

    `value`: the number or name that the message speaks of, for who says the same in another language.
    """

    def __init__(self, message: str = "", reason: str = "", value: str = "") -> None:
        super().__init__(message)
        self.reason, self.value = reason, value


class NotFound(DomainError):
    """The thing asked for does not exist, or is not yours to see."""


class Unauthenticated(DomainError):
    """Nobody is signed in, or the credentials are wrong."""


class CodeNeeded(Unauthenticated):
    """The password is right, and a second factor is needed as well."""


class Forbidden(DomainError):
    """You are known, but may not do this."""


class Conflict(DomainError):
    """The name is taken, or somebody else changed it first."""


class Stale(Conflict):
    """What you edited has moved on since you read it."""


class Gone(DomainError):
    """It was there, worked once, and works no more."""


class RuleBroken(DomainError):
    """The request makes sense but breaks a rule of the house."""


class TooMany(DomainError):
    """Too often in too short a time."""

    def __init__(self, message: str, wait: timedelta) -> None:
        super().__init__(message)
        self.wait = wait


class Unavailable(DomainError):
    """Something outside did not answer; trying again may help."""
