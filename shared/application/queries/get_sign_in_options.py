"""How one can sign in here, beside a password."""

from shared.application.microsoft import MicrosoftSignIn
from shared.core.mediator import Query, handles
from shared.domain.access import Permission
from shared.domain.entity import Value


class SignInOptions(Value):
    microsoft: bool


class GetSignInOptions(Query[SignInOptions]):
    access = Permission.SIGN_IN


@handles(GetSignInOptions)
def get_sign_in_options(query: GetSignInOptions, *, microsoft: MicrosoftSignIn) -> SignInOptions:  # noqa: ARG001
    return SignInOptions(microsoft=microsoft.is_offered)
