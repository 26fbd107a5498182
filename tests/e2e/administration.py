"""The pages of administration, for tests that look at all of them: name and address, by who sees them."""

APP_ADMIN, ORG_ADMIN = ("app_admin", None), ("org_admin", "orthanc_demo")
PAGES: dict[tuple[str, str | None], dict[str, str]] = {
    APP_ADMIN: {
        "users": "/admin/users",
        "invitations": "/admin/users?tab=invitations",
        "system": "/admin/system",
        "emergency": "/admin/emergency",
        "journal": "/admin/audit",
        "organizations": "/admin/organizations",
        "organization-new": "/admin/organizations/new",
        "organization-edit": "/admin/organizations/edit?name=orthanc_demo",
    },
    ORG_ADMIN: {
        "members": "/organization/members",
        "patients": "/patients",
        "settings": "/organization/settings",
        "systems": "/organization/systems",
        "audit": "/organization/audit",
    },
}
