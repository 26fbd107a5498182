"""What a deployment or removal does, step by step: programs to run, in words first."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
STAGES = ("dev", "prod")
DEPLOYMENT = "imagini"  # by this name Azure keeps what was deployed last, and its outputs
IMAGE = "imagini-inference"
PYTHON = "python:3.13-slim-bookworm"
OUTPUTS = (  # of bicep/main.bicep that we go on with
    "AZURE_CONTAINER_REGISTRY_ENDPOINT",
    "AZURE_CONTAINER_REGISTRY_NAME",
    "FRONT_DOOR_ID",
    "INFERENCE_JOB_NAME",
    "PUBLIC_URL",
    "SERVICE_API_NAME",
    "SERVICE_WEB_NAME",
)
PLAIN = ("--output", "tsv")
US = (sys.executable, "-m", "infra.cloud")


@dataclass(frozen=True)
class Step:
    """One program. {NAME} in its arguments is an output of the deployment, or what an earlier step kept."""

    words: str
    command: tuple[str, ...]
    keeps: str = ""  # what the program prints is kept under this name
    environment: dict[str, str] = field(default_factory=dict[str, str])
    outputs: bool = False  # it prints the deployment's outputs as JSON


@dataclass(frozen=True)
class Wish:
    stage: str
    group: str
    location: str
    image: str = ""  # with a digest; empty: build it
    package: str = ""  # of the functions; empty: build it
    approved: bool = False  # nobody is asked after what-if
    work: str = ".data/deploy"

    @property
    def gpu(self) -> str:
        return "0" if self.stage == "dev" else "1"


def deployment(wish: Wish) -> Iterator[Step]:
    yield from _infrastructure(wish)
    yield _outputs(wish)
    yield from _programs(wish)


def release(wish: Wish, *, outputs_known: bool) -> Iterator[Step]:
    """New programs in an infrastructure that stays as it is; also the way back to older ones."""
    if not outputs_known:
        yield _outputs(wish)
    yield from _programs(wish)


def _programs(wish: Wish) -> Iterator[Step]:
    yield from _image(wish)
    yield from _functions(wish)
    yield from _site(wish)
    yield Step("Ask the portal, the viewer and the API how they are", (*US, "smoke", "{PUBLIC_URL}"))


def removal(wish: Wish) -> Iterator[Step]:
    group = ("--name", wish.group)
    yield Step(
        f"Delete everything in {wish.group}: images, records, logs. Nobody can undo it",
        ("az", "group", "delete", *group, "--yes"),
    )
    yield Step(
        "What stays: the vault, empty of use, for 90 days; nobody can hurry that",
        ("az", "keyvault", "list-deleted", "--query", "[].name", "--output", "tsv"),
    )


def _infrastructure(wish: Wish) -> Iterator[Step]:
    where = ("--resource-group", wish.group)
    what = ("--name", DEPLOYMENT, "--parameters", f"bicep/{wish.stage}.bicepparam")
    yield Step(
        f"Make the resource group {wish.group} in {wish.location}",
        ("az", "group", "create", "--name", wish.group, "--location", wish.location, "--output", "none"),
    )
    yield Step("Say what would change", ("az", "deployment", "group", "what-if", *where, *what))
    if not wish.approved:
        yield Step("Wait for a yes", (*US, "confirm", f"Deploy this to {wish.group}?"))
    yield Step("Deploy", ("az", "deployment", "group", "create", *where, *what, "--output", "none"))


def _outputs(wish: Wish) -> Step:
    which = ("--resource-group", wish.group, "--name", DEPLOYMENT)
    return Step(
        "Note where everything is",
        ("az", "deployment", "group", "show", *which, "--query", "properties.outputs", "--output", "json"),
        outputs=True,
    )


def _image(wish: Wish) -> Iterator[Step]:
    if not wish.image:
        yield from _built_image(wish)
    image = wish.image or "{AZURE_CONTAINER_REGISTRY_ENDPOINT}/" + IMAGE + "@{DIGEST}"
    job = ("--name", "{INFERENCE_JOB_NAME}", "--resource-group", wish.group)
    yield Step(
        "Have the inference job run it",
        ("az", "containerapp", "job", "update", *job, "--image", image, "--output", "none"),
    )


def _built_image(wish: Wish) -> Iterator[Step]:
    """On an image of Python that lies in our own registry, known by its digest."""
    ours, name = ("--name", "{AZURE_CONTAINER_REGISTRY_NAME}"), f"{IMAGE}:{{VERSION}}"
    base = "PYTHON_IMAGE={AZURE_CONTAINER_REGISTRY_ENDPOINT}/python@{PYTHON_DIGEST}"
    file = (
        "--file",
        "infra/inference/Dockerfile",
        "--build-arg",
        f"GPU={wish.gpu}",
        "--build-arg",
        base,
        ".",
    )
    yield Step(
        "Fetch the image of Python into our registry",
        (
            "az",
            "acr",
            "import",
            *ours,
            "--source",
            f"docker.io/library/{PYTHON}",
            "--image",
            PYTHON,
            "--force",
        ),
    )
    yield _digest("Note which it is", PYTHON, "PYTHON_DIGEST")
    yield Step("Name ours after the commit", ("git", "rev-parse", "HEAD"), keeps="VERSION")
    build = ("--registry", "{AZURE_CONTAINER_REGISTRY_NAME}", "--image", name)
    yield Step("Build the image of the inference job", ("az", "acr", "build", *build, *file))
    yield _digest("Pin it by its digest", name, "DIGEST")


def _digest(words: str, image: str, keeps: str) -> Step:
    of = ("--name", "{AZURE_CONTAINER_REGISTRY_NAME}", "--image", image)
    return Step(words, ("az", "acr", "repository", "show", *of, "--query", "digest", *PLAIN), keeps=keeps)


def _functions(wish: Wish) -> Iterator[Step]:
    package = wish.package or f"{wish.work}/functions.zip"
    if not wish.package:
        yield Step("Build the package of the functions", (*US, "package", package))
    app = ("--name", "{SERVICE_API_NAME}", "--resource-group", wish.group)
    how = ("--src", package, "--build-remote", "false")
    yield Step(
        "Deploy the functions",
        ("az", "functionapp", "deployment", "source", "config-zip", *app, *how),
    )


def _site(wish: Wish) -> Iterator[Step]:
    folder = f"{wish.work}/site"
    site = ("--name", "{SERVICE_WEB_NAME}", "--resource-group", wish.group)
    yield Step(
        "Build portal and viewer, for this Front Door only",
        (*US, "site", folder, "--front-door", "{FRONT_DOOR_ID}", "--host", "{PUBLIC_URL}"),
    )
    yield Step(
        "Ask for the key to the static site",
        ("az", "staticwebapp", "secrets", "list", *site, "--query", "properties.apiKey", *PLAIN),
        keeps="SITE_KEY",
    )
    yield Step(
        "Deploy portal and viewer",
        ("npx", "--yes", "@azure/static-web-apps-cli@2.0.10", "deploy", folder, "--env", "production"),
        environment={"SWA_CLI_DEPLOYMENT_TOKEN": "{SITE_KEY}"},
    )
