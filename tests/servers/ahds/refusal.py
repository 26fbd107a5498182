"""What is refused, and how that is said."""


class Refused(Exception):
    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status, self.reason = status, reason


def bad(reason: str) -> Refused:
    return Refused(400, reason)


def not_acceptable() -> Refused:
    return Refused(406, "The specified Accept header isn't supported.")


def not_found() -> Refused:
    return Refused(404, "The specified DICOM resource couldn't be found.")
