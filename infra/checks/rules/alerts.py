"""What somebody must hear of, is asked for; and who hears of it finds a page that says what to do."""

import re
from collections.abc import Iterator
from typing import Any

from infra.checks.bicep.template import Template
from infra.checks.code import Code

# Names of alerts, and what their questions must look at.
WANTED = {
    "poison-messages": ("StorageQueueLogs", 'endswith "-poison"'),
    "oldest-message": ("imagini.queue.oldest", "StorageQueueLogs", '!endswith "-poison"'),
    "failure-rate": ("AppRequests", "ResultCode"),
    "inference-job-failures": ("ContainerAppSystemLogs", "Reason"),
}
QUERY = re.compile(r"loadTextContent\('\.\./\.\./(infra/alerts/([\w-]+\.kql))'\)")


def the_alerts_are_there(template: Template, _: Code) -> Iterator[str]:
    rules = {rule["name"] for rule in _rules(template)}
    for name in sorted(WANTED.keys() - rules):
        yield f"alerts: there is none called {name}"
    for _path, alert in template.resources("Microsoft.Insights/scheduledQueryRules"):
        if alert.at("properties.enabled") is not True:
            yield "alerts: they are switched off"
        if alert.at("properties.actions.actionGroups") != "actionGroupIds":
            yield "alerts: nobody is told"


def each_asks_a_question_of_its_own(template: Template, code: Code) -> Iterator[str]:
    for rule in _rules(template):
        found = QUERY.fullmatch(str(rule["query"]))
        if not found or found[1] not in code.files:
            yield f"alerts: {rule['name']} asks {rule['query']}, which is no file in infra/alerts"
            continue
        question = code.alerts[found[2]]
        for words in (*WANTED.get(rule["name"], ()), "Value =", rule["dimension"]):
            if words not in question:
                yield f"alerts: {rule['name']} does not ask for {words}"


def each_leads_to_a_runbook(template: Template, code: Code) -> Iterator[str]:
    for rule in _rules(template):
        page = rule["description"].rpartition(" ")[2]
        if page not in code.files:
            yield f"alerts: {rule['name']} sends people to {page}, which is not there"


def _rules(template: Template) -> list[dict[str, Any]]:
    return template.module("alerts").variables.get("rules", [])


RULES = (the_alerts_are_there, each_asks_a_question_of_its_own, each_leads_to_a_runbook)
