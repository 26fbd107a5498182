"""Put on record that somebody asked for patients' data whose role opens none."""

from shared.core.mediator import Command, Witness, handles
from shared.domain.access import Actor, Permission
from shared.domain.audit import Disclosure


class NoteRefusal(Command[None]):
    access = Permission.READ_STATUS  # whoever is refused

    action: str
    path: dict[str, str]  # what the address named
    reason: str


@handles(NoteRefusal)
def note_refusal(command: NoteRefusal, *, witness: Witness, actor: Actor) -> None:
    """Once in a while for each of them, and not for a flood."""
    witness.refused(actor, Disclosure.of(command.action, command.path), command.reason)
