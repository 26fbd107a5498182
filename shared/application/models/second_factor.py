"""The second factor, as its owner sees it."""

from shared.domain.entity import Value


class SecondFactorView(Value):
    is_on: bool
    recovery_codes_left: int
    has_password: bool  # without one, a fresh sign-in elsewhere is the proof that changes need


class SecondFactorSetup(Value):
    secret: str  # to type
    address: str  # otpauth://, to show as a QR code


class RecoveryCodes(Value):
    """Shown once, to be kept on paper."""

    recovery_codes: list[str]
