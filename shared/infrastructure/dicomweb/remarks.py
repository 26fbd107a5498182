"""All that is said of a PACS, in sentences that tell people what to do about it.

The portal says the same in other languages: it knows the remark and the value, not the sentence.
"""

from typing import NamedTuple

from shared.domain.errors import DomainError, Unavailable
from shared.domain.source_check import Remark, Step

SENTENCES: dict[Remark, str] = {
    "address-odd": "The address of the PACS has to be a URL that begins with https:// or http://.",
    "address-extras": "The address of the PACS must hold no user name, no question mark and no #.",
    "address-path": "The address of the PACS holds letters that its path cannot have.",
    "name-unknown": "The PACS cannot be reached: nothing is known under the name {value}.",
    "place-never": "The address of the PACS leads to a place where no PACS can be.",
    "place-private": "The address of the PACS is a private one."
    " Whoever operates imagini has to allow its network (IMAGINI_PACS_NETWORKS).",
    "port-odd": "On the internet a PACS is called at one of the ports {value}."
    " Whoever operates imagini can allow its address with any port (IMAGINI_PACS_NETWORKS).",
    "plain-http": "The address of the PACS has to begin with https://,"
    " so that nobody reads along on the way.",
    "nothing-answers": "The PACS cannot be reached: nothing answers at its address.",
    "timeout": "The PACS did not answer within {value} s.",
    "certificate": "The certificate of the PACS is not trusted, or it does not speak https.",
    "connection-broke": "The connection to the PACS broke.",
    "broken-off": "The PACS broke off in the middle of its answer: it is incomplete.",
    "too-much": "The PACS sent more than imagini can take at once.",
    "slow": "It took {value} s to answer: people will wait.",
    "secret-missing": "The password or token of the PACS is missing: enter it in the settings again.",
    "secret-odd": "The token of the PACS holds letters that no token has.",
    "credentials-asked-for": "The PACS asks for a user name and password, or for a token.",
    "credentials-refused": "The PACS refused imagini's user name, password or token.",
    "token-address": "imagini may not call the server that gives the tokens. {value}",
    "token-unreachable": "The server that gives the tokens did not answer.",
    "token-refused": "The server that gives the tokens refused imagini's client id or secret.",
    "token-odd": "The server that gives the tokens answered with something that is no token.",
    "identity-missing": "imagini has no managed identity here that could open the PACS.",
    "identity-elsewhere": "imagini's managed identity is shown to Azure Health Data Services only.",
    "not-dicomweb": "Something answers at the address of the PACS, but it does not speak DICOMweb.",
    "no-such-images": "The PACS has no such images.",
    "redirection": "The PACS answers with a redirection, which imagini does not follow.",
    "busy": "The PACS is busy.",
    "failed": "The PACS failed to answer (HTTP {value}).",
    "empty": "It answers, and holds no studies yet.",
    "more-than-asked": "The PACS sends more studies than it was asked for.",
    "no-pages": "The PACS does not give its lists page by page.",
    "no-prefix": "The PACS finds no patient by the beginning of a number.",
    "number-ignored": "The PACS does not look at the patient's number at all.",
    "no-metadata": "The PACS sends no metadata of its images.",
    "storing-refused": "The PACS does not allow imagini to store.",
    "takes-no-files": "The PACS takes no files (HTTP {value}).",
    "too-few": "Too few studies are stored in it to tell.",
    "not-tried": "Not tried, as an earlier step failed.",
}
HINTS: dict[Step, str] = {
    "resolve": "Look for a typing error in its name.",
    "reach": "Ask its administrators whether it runs, and whether its firewall lets imagini in.",
    "authenticate": "Check the user name and the password or token.",
    "qido": "Is this the root of its DICOMweb service, as in https://pacs.example.org/dicom-web?",
    "paging": "Long lists will be read in one piece and take longer.",
    "wildcard": "Patients who are searched for by a part of it will be looked for in the whole list,"
    " which takes longer.",
    "wado": "Without this no image can be shown: ask its administrators to allow it (WADO-RS).",
    "stow": "imagini can show its studies, but not store reports in it (STOW-RS).",
}


class Said(NamedTuple):
    remark: Remark
    value: str = ""

    def __str__(self) -> str:
        return SENTENCES[self.remark].format(value=self.value)


def trouble(remark: Remark, value: object = "", kind: type[DomainError] = Unavailable) -> DomainError:
    """An error that says so, in words and for programs."""
    return kind(str(Said(remark, str(value))), remark, str(value))
