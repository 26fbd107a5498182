"""Faults that somebody might make in bicep/, and the sentence that has to be said of each."""

from tests.unit.bicep.faults.reach import REACH
from tests.unit.bicep.faults.standing import STANDING
from tests.unit.bicep.faults.work import WORK

FAULTS = (*REACH, *WORK, *STANDING)
