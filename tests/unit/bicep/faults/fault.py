"""A fault that somebody might make in bicep/, and the sentence that has to be said of it."""

from typing import NamedTuple


class Fault(NamedTuple):
    name: str
    file: str
    was: str
    becomes: str
    said: str


STORAGE, COSMOS = "modules/storage.bicep", "modules/cosmos.bicep"
FUNCTIONS, JOB = "modules/functions.bicep", "modules/inference-job.bicep"
ROUTES, MAIN = "modules/untyped/front-door-routes.bicep", "main.bicep"
