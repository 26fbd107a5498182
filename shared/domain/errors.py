"""What can go wrong, in the language of the domain. The message is shown to people.

DomainError
├── NotFound          the thing asked for does not exist, or is not yours to see
├── Unauthenticated   nobody is signed in, or the credentials are wrong
├── Forbidden         you are known, but may not do this
├── Conflict          the name is taken, or somebody else changed it first
│   └── Stale         what you edited has moved on since you read it
├── RuleBroken        the request makes sense but breaks a rule of the house
└── Unavailable       something outside did not answer; trying again may help
"""


class DomainError(Exception):
    """Base of every error a caller is meant to see."""


class NotFound(DomainError):
    """The thing asked for does not exist, or is not yours to see."""


class Unauthenticated(DomainError):
    """Nobody is signed in, or the credentials are wrong."""


class Forbidden(DomainError):
    """You are known, but may not do this."""


class Conflict(DomainError):
    """The name is taken, or somebody else changed it first."""


class Stale(Conflict):
    """What you edited has moved on since you read it."""


class RuleBroken(DomainError):
    """The request makes sense but breaks a rule of the house."""


class Unavailable(DomainError):
    """Something outside did not answer; trying again may help."""
