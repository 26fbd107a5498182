"""The function app: every blueprint, and nothing else."""

import azure.functions as func

from functions.api.analyses import analyses
from functions.api.audit import audit
from functions.api.auth import auth
from functions.api.clients import clients
from functions.api.dicomweb import dicomweb
from functions.api.emergency import emergency
from functions.api.findings import findings
from functions.api.invitations import invitations
from functions.api.me import me
from functions.api.measurements import measurements
from functions.api.microsoft import microsoft
from functions.api.organizations import organizations
from functions.api.patients import patients
from functions.api.platform import platform
from functions.api.reports import reports
from functions.api.studies import studies
from functions.api.system import system
from functions.api.users import users
from functions.queues.fetching import fetching
from functions.queues.listing import listing
from functions.queues.mails import mails
from functions.queues.results import results
from functions.queues.sign_ins import sign_ins
from functions.queues.worklist import worklist
from functions.timers.anchors import anchors
from functions.timers.attempts import attempts
from functions.timers.departures import departures
from functions.timers.invitations import old_invitations
from functions.timers.kept import kept
from functions.timers.outbox import outbox
from functions.timers.queues import queues

app = func.FunctionApp(http_auth_level=func.AuthLevel.ANONYMOUS)

for resource in (
    analyses,
    audit,
    auth,
    clients,
    dicomweb,
    emergency,
    findings,
    invitations,
    me,
    measurements,
    microsoft,
    organizations,
    patients,
    platform,
    reports,
    studies,
    system,
    users,
):
    app.register_functions(resource.blueprint)

for blueprint in (
    fetching,
    listing,
    mails,
    results,
    sign_ins,
    worklist,
    anchors,
    attempts,
    departures,
    kept,
    old_invitations,
    outbox,
    queues,
):
    app.register_functions(blueprint)
