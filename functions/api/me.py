"""The signed-in person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.support.actors import session_cookie
from functions.support.reply import Reply
from functions.support.resource import Resource

if TYPE_CHECKING:
    from shared.application.commands.begin_second_factor import BeginSecondFactor
    from shared.application.commands.change_me import ChangeMe
    from shared.application.commands.change_password import ChangePassword
    from shared.application.commands.choose_organization import ChooseOrganization
    from shared.application.commands.confirm_second_factor import ConfirmSecondFactor
    from shared.application.commands.end_other_sessions import EndOtherSessions
    from shared.application.commands.end_session import EndSession
    from shared.application.commands.remove_second_factor import RemoveSecondFactor
    from shared.application.models.me import Me, OpenSession
    from shared.application.models.second_factor import RecoveryCodes, SecondFactorSetup, SecondFactorView
    from shared.application.queries.get_me import GetMe
    from shared.application.queries.get_second_factor import GetSecondFactor
    from shared.application.queries.list_sessions import ListSessions
    from shared.core.mediator import Send

me = Resource("me")


@me.get("me")
def get_me(message: GetMe, send: Send) -> Me:
    """Who I am, where I work, and what I may open."""
    return send(message)


@me.patch("me")
def change_me(message: ChangeMe, send: Send) -> Me:
    """Change my names or my language."""
    return send(message)


@me.put("me/password")
def change_password(message: ChangePassword, send: Send) -> Reply[None]:
    """Choose another password; I stay signed in here, and nowhere else."""
    renewed = send(message)
    return Reply(None, cookies=(session_cookie(renewed.token, renewed.remember),))


@me.put("me/organization")
def choose_organization(message: ChooseOrganization, send: Send) -> Reply[Me]:
    """Work in another of my organizations."""
    chosen = send(message)
    headers = {"Clear-Site-Data": '"cache"'}  # images of the organization that one leaves
    return Reply(chosen.me, headers, (session_cookie(chosen.token, chosen.remember),))


@me.get("me/sessions")
def list_sessions(message: ListSessions, send: Send) -> list[OpenSession]:
    """Where I am signed in, most recently used first."""
    return send(message)


@me.delete("me/sessions")
def end_other_sessions(message: EndOtherSessions, send: Send) -> Reply[None]:
    """Sign out everywhere but here."""
    renewed = send(message)
    return Reply(None, cookies=(session_cookie(renewed.token, renewed.remember),))


@me.delete("me/sessions/{session_id}")
def end_session(message: EndSession, send: Send) -> None:
    """Sign out there."""
    send(message)


@me.get("me/second-factor")
def get_second_factor(message: GetSecondFactor, send: Send) -> SecondFactorView:
    """Whether my second factor is on."""
    return send(message)


@me.post("me/second-factor")
def begin_second_factor(message: BeginSecondFactor, send: Send) -> SecondFactorSetup:
    """Set an authenticator app up."""
    return send(message)


@me.post("me/second-factor/confirmation")
def confirm_second_factor(message: ConfirmSecondFactor, send: Send) -> RecoveryCodes:
    """Switch my second factor on, and show the recovery codes, once."""
    return send(message)


@me.post("me/second-factor/removal")
def remove_second_factor(message: RemoveSecondFactor, send: Send) -> None:
    """Switch my second factor off."""
    send(message)
