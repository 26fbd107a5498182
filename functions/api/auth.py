"""Signing in and out."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from functions.support.actors import device_cookie, no_session_cookie, session_cookie, token_of
from functions.support.reply import Reply
from functions.support.resource import Resource
from functions.support.streaming_http import Request
from shared.domain.access import Permission

if TYPE_CHECKING:
    from shared.application.commands.forgot_password import ForgotPassword
    from shared.application.commands.reset_password import ResetPassword
    from shared.application.commands.sign_in import SignIn
    from shared.application.models.me import Me
    from shared.application.queries.get_sign_in_options import GetSignInOptions, SignInOptions
    from shared.core.mediator import Send

auth = Resource("auth")


@auth.get("auth/options")
def get_sign_in_options(message: GetSignInOptions, send: Send) -> SignInOptions:
    """How one can sign in here, beside a password."""
    return send(message)


@auth.post("auth/sign-in")
def sign_in(message: SignIn, send: Send) -> Reply[Me]:
    """Open a session with an e-mail address and a password."""
    signed_in = send(message)
    cookies = device_cookie(signed_in.device), session_cookie(signed_in.token, signed_in.remember)
    return Reply(signed_in.me, cookies=cookies)


@auth.post("auth/sign-out", access=Permission.SIGN_IN)
def sign_out(request: Request, send: Send) -> Reply[None]:
    """End the session of this browser."""
    from shared.application.commands.sign_out import SignOut

    if token := token_of(request):
        send(SignOut(token=token))
    return Reply(None, {"Clear-Site-Data": '"cache", "storage"'}, (no_session_cookie(),))


@auth.post("auth/forgot-password", status=HTTPStatus.ACCEPTED)
def forgot_password(message: ForgotPassword, send: Send) -> dict[str, str]:
    """Send a link to choose a new password, if the address is known."""
    send(message)
    return {"detail": "If we know this address, a link is on its way to it."}


@auth.post("auth/reset-password")
def reset_password(message: ResetPassword, send: Send) -> None:
    """Choose a new password with the link from the mail."""
    send(message)
