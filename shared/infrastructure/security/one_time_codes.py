"""Time-based one-time codes (RFC 6238), as every authenticator app shows them: six digits, 30 seconds."""

from datetime import datetime

from pyotp import random_base32
from pyotp.exceptions import OTPVerificationError
from pyotp.totp import TOTP

SKEW = 1  # steps that a phone's clock may be off


class TimeBasedCodes:
    def new_secret(self) -> str:
        return random_base32()

    def address(self, secret: str, account: str) -> str:
        return TOTP(secret).provisioning_uri(name=account, issuer_name="imagini")

    def step_of(self, secret: str, code: str, at: datetime) -> int | None:
        typed = "".join(code.split())
        try:
            return TOTP(secret).verify_and_get_timecode(typed, for_time=at, valid_window=SKEW)
        except OTPVerificationError:
            return None
