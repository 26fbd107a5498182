"""The pages of administration, for tests that look at all of them: name and address, by who sees them."""

APP_ADMIN, ORG_ADMIN = ("app_admin", None), ("org_admin", "orthanc_demo")
PAGES: dict[tuple[str, str | None], dict[str, str]] = {
    APP_ADMIN: {
        "users": "/admin/users",
        "invitations": "/admin/users?tab=invitations",
    },
    ORG_ADMIN: {
        "members": "/organization/members",
    },
}
