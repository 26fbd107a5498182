"""Which names of blobs are refused: those that the way to the store would change."""

MAX_LENGTH = 1024  # characters, the limit of Azure Blob Storage
_CLIMBING = {"", ".", ".."}  # HTTP clients and servers resolve such steps of a path


def check_name(name: str) -> str:
    """Raises ValueError. Parts of names come from DICOM files, and must not lead into another folder."""
    if len(name) > MAX_LENGTH or "\\" in name or not name.isprintable():
        raise ValueError(f"{name[:100]!r} cannot be the name of a blob.")
    if not _CLIMBING.isdisjoint(name.split("/")) or name.endswith("."):
        raise ValueError(f"{name[:100]!r} cannot be the name of a blob.")
    return name
