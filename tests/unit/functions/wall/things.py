"""What an organization has that the other may not have, by the names that addresses give it."""

from dataclasses import dataclass

PASSWORD = "seven quiet otters at dusk"


@dataclass(frozen=True)
class Things:
    organization: str
    study: str
    series: str
    image: str
    mrn: str  # of somebody with images
    registered: str  # the MRN of somebody without
    finding: str
    decided: str  # another finding
    report: str  # the version that was read
    colleague: str  # a user
    colleagues_address: str
    session: str  # of the member
    identity: str  # of the member
    system: str  # a partner's, at work
    system_name: str  # as the partner knows it
    system_secret: str
    client: str  # another partner's
    secret: str  # the id of one of its two
    invitation: str
    invitation_token: str
    reset_token: str
    failure: str
    file: bytes  # of DICOM, for the study


def nothing(like: Things, file: bytes) -> Things:
    """What is nowhere, under names that could be somewhere."""
    return Things(
        organization="nowhere_at_all",
        study="1.2.404",
        series="1.2.404.1",
        image="1.2.404.1.1",
        mrn="MRN-404",
        registered="REG-404",
        finding="1.2.404_0123456789abcdef",
        decided="1.2.404_fedcba9876543210",
        report="f" * 32,
        colleague="4" * 32,
        colleagues_address="nobody@nowhere.example",
        session="4" * 64,
        identity=like.identity[::-1],
        system="4" * 32,
        system_name="nowhere_at_all~" + "4" * 32,
        system_secret="4" * 43,
        client="4" * 32,
        secret="4" * 8,
        invitation="4" * 32,
        invitation_token="4" * 32 + "~" + "4" * 43,
        reset_token="4" * 43,
        failure="4" * 32,
        file=file,
    )
