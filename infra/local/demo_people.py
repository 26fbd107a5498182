"""The people and organizations of the demo. All are invented; example.org belongs to nobody."""

from typing import Literal, NamedTuple

from shared.domain.access import Role

HOSPITAL, CLINIC = "orthanc_demo", "example_clinic"
ORGANIZATIONS = {HOSPITAL: "Orthanc Demo Hospital", CLINIC: "Example Clinic"}


class Person(NamedTuple):
    email: str
    first_name: str
    last_name: str
    organization: str | None = HOSPITAL
    role: Literal[Role.MEMBER, Role.ORG_ADMIN] = Role.MEMBER
    platform_role: Literal[Role.APP_ADMIN, Role.SUPER_ADMIN] | None = None
    signs_in: bool = False  # has a password, shown by `./imagini up`


SUPER_ADMIN = Person(
    "super@example.org", "Sol", "Vega", None, platform_role=Role.SUPER_ADMIN, signs_in=True
)  # not counted among the twenty: nobody sees it
RADIOLOGIST = Person("radiologist@example.org", "Len", "Herrera", signs_in=True)
PEOPLE = [
    Person("app.admin@example.org", "Ada", "Abreu", None, platform_role=Role.APP_ADMIN, signs_in=True),
    Person("org.admin@example.org", "Omar", "Ibarra", role=Role.ORG_ADMIN, signs_in=True),
    RADIOLOGIST,
    Person("clinic@example.org", "Noor", "Haddad", CLINIC, role=Role.ORG_ADMIN, signs_in=True),
    *(
        Person(f"{first}.{last}@example.org".lower(), first, last)
        for first, last in (
            ("Ines", "Alvarez"),
            ("Jonas", "Berg"),
            ("Mei", "Chen"),
            ("Carla", "Duarte"),
            ("Emeka", "Eze"),
            ("Lucia", "Fuentes"),
            ("Hana", "Goto"),
            ("Piet", "Hoekstra"),
            ("Yara", "Issa"),
            ("Pavel", "Jelinek"),
            ("Anita", "Kumar"),
            ("Rosa", "Lara"),
            ("Tom", "Mensah"),
            ("Ngoc", "Nguyen"),
            ("Aino", "Oksanen"),
            ("Sara", "Perez"),
        )
    ),
]
