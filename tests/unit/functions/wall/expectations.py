"""Who may do what to whose things: what every operation answers to everybody. # C7 C8 C9 C10

Three signs: the answer about the hospital's, about the clinic's, and about what is nowhere. One sign: it is
about nothing that could be somebody else's.

    +  done                -  there is no such thing (404)
    ?  sign in (401)       x  your role does not allow it (403)
                           !  not now, whoever asks (409, 422)

`member` and `admin` are the hospital's, those with `their_` the clinic's. `*`: while they have emergency
access to the hospital. `system`: a partner's at the hospital, with all scopes that there are.
"""

TABLE = """
operation                   anon  member admin their their app   app*  super super* system

# The platform
get_docs                    +     +     +     +     +     +     +     +     +     +
get_health                  +     +     +     +     +     +     +     +     +     +
get_openapi                 +     +     +     +     +     +     +     +     +     +

# Signing in and out
forgot_password             +++   +++   +++   +++   +++   +++   +++   +++   +++   +++
get_sign_in_options         +     +     +     +     +     +     +     +     +     +
reset_password              ++-   ++-   ++-   ++-   ++-   ++-   ++-   ++-   ++-   ++-
sign_in                     ++?   ++?   ++?   ++?   ++?   ++?   ++?   ++?   ++?   ++?
sign_out                    +     +     +     +     +     +     +     +     +     +

# Microsoft
begin_microsoft             +     +     +     +     +     +     +     +     +     +
finish_microsoft            +     +     +     +     +     +     +     +     +     +
join_with_microsoft         ++-   ++-   ++-   ++-   ++-   ++-   ++-   ++-   ++-   ++-
link_microsoft              ?     +     +     +     +     +     +     +     +     x
list_identities             ?     +     +     +     +     +     +     +     +     x
unlink_identity             ???   +--   ---   -+-   ---   ---   ---   ---   ---   xxx

# Partners' systems
add_client_secret           ???   xxx   +--   xxx   -+-   xx-   xx-   xx-   xx-   xxx
create_client               ???   xxx   +--   xxx   -+-   xx-   xx-   xx-   xx-   xxx
issue_access_token          ++?   ++?   ++?   ++?   ++?   ++?   ++?   ++?   ++?   ++?
list_clients                ???   xxx   +--   xxx   -+-   +++   +++   +++   +++   xxx
remove_client               ???   xxx   +--   xxx   -+-   ++-   ++-   ++-   ++-   xxx
remove_client_secret        ???   xxx   +--   xxx   -+-   ++-   ++-   ++-   ++-   xxx

# Oneself
begin_second_factor         ?     +     +     +     +     +     +     +     +     x
change_me                   ?     +     +     +     +     +     +     +     +     x
change_password             ?     +     +     +     +     +     +     +     +     x
choose_organization         ???   +--   +--   -+-   -+-   ---   !!!   ---   !!!   xxx
confirm_second_factor       ?     !     !     !     !     !     !     !     !     x
end_other_sessions          ?     +     +     +     +     +     +     +     +     x
end_session                 ???   +--   ---   -+-   ---   ---   ---   ---   ---   xxx
get_me                      ?     +     +     +     +     +     +     +     +     x
get_second_factor           ?     +     +     +     +     +     +     +     +     x
list_sessions               ?     +     +     +     +     +     +     +     +     x
remove_second_factor        ?     !     !     !     !     !     !     !     !     x

# Invitations
accept_invitation           ++-   xx-   xx-   xx-   xx-   xx-   xx-   xx-   xx-   ---
invite_user                 ???   xxx   +--   xxx   -+-   ++-   ++-   ++-   ++-   xxx
list_invitations            ???   xxx   +--   xxx   -+-   +++   +++   +++   +++   xxx
resend_invitation           ???   xxx   +--   xxx   -+-   ++-   ++-   ++-   ++-   xxx
revoke_invitation           ???   xxx   +--   xxx   -+-   ++-   ++-   ++-   ++-   xxx
show_invitation             ++-   ++-   ++-   ++-   ++-   ++-   ++-   ++-   ++-   ++-

# People
change_member               ???   xxx   +--   xxx   -+-   ++-   ++-   ++-   ++-   xxx
change_user                 ???   xxx   xxx   xxx   xxx   ++-   ++-   ++-   ++-   xxx
list_users                  ???   xxx   +--   xxx   -+-   +++   +++   +++   +++   xxx
remove_member               ???   xxx   +--   xxx   -+-   ++-   ++-   ++-   ++-   xxx

# Organizations
change_organization_status  ???   xxx   xxx   xxx   xxx   ++-   ++-   ++-   ++-   xxx
check_source                ???   xxx   +--   xxx   -+-   ++-   ++-   ++-   ++-   xxx
configure_source            ???   xxx   +--   xxx   -+-   ++-   ++-   ++-   ++-   xxx
create_organization         ?     x     x     x     x     +     +     +     +     x
edit_organization           ???   xxx   +--   xxx   -+-   ++-   ++-   ++-   ++-   xxx
get_organization            ???   xxx   +--   xxx   -+-   ++-   ++-   ++-   ++-   xxx
list_models                 ?     x     +     x     +     +     +     +     +     x
list_organizations          ?     x     x     x     x     +     +     +     +     x
try_source                  ?     x     +     x     +     +     +     +     +     x
try_source_watched          ?     x     +     x     +     +     +     +     +     x
watch_source                ???   xxx   +--   xxx   -+-   ++-   ++-   ++-   ++-   xxx

# The audit
export_audit                ???   xxx   +--   xxx   -+-   +++   +++   +++   +++   xxx
list_audit                  ???   xxx   +--   xxx   -+-   +++   +++   +++   +++   xxx

# Emergencies
end_emergency               ?     x     x     x     x     +     +     +     +     x
open_emergency              ???   xxx   xxx   xxx   xxx   ++-   !!!   ++-   !!!   xxx

# Patients
edit_patient                ???   xxx   +--   xxx   -+-   xxx   xxx   xxx   xxx   xxx
find_patients               ???   +--   +--   -+-   -+-   xxx   +--   xxx   +--   +--
get_patient                 ???   +--   +--   -+-   -+-   xxx   +--   xxx   +--   +--
list_patient_studies        ???   +++   +++   +++   +++   xxx   +++   xxx   +++   +++
list_patients               ???   +++   +++   +++   +++   xxx   +++   xxx   +++   +++
open_patient                ???   +--   +--   -+-   -+-   xxx   +--   xxx   +--   +--
register_patient            ?     x     +     x     +     x     x     x     x     x
remove_patient              ???   xxx   +--   xxx   -+-   xxx   xxx   xxx   xxx   xxx

# Studies
get_study                   ???   +--   +--   -+-   -+-   xxx   +--   xxx   +--   +--
get_worklist                ?     +     +     +     +     x     +     x     +     +
list_latest_studies         ?     +     +     +     +     x     +     x     +     +
list_series                 ???   +--   +--   -+-   -+-   xxx   +--   xxx   +--   +--
open_study                  ???   +--   +--   -+-   -+-   xxx   +--   xxx   +--   +--

# Analyses
analyse_study               ???   +--   +--   -+-   -+-   xxx   xxx   xxx   +--   xxx
list_analyses               ???   +--   +--   -+-   -+-   xxx   +--   xxx   +--   +--

# Findings
decide_finding              ???   +--   +--   -+-   -+-   xxx   xxx   xxx   +--   xxx
describe_finding            ???   +--   +--   -+-   -+-   xxx   xxx   xxx   +--   xxx
get_heatmap                 ???   +--   +--   -+-   -+-   xxx   +--   xxx   +--   +--
list_findings               ???   +--   +--   -+-   -+-   xxx   +--   xxx   +--   +--
undo_decision               ???   +--   +--   -+-   -+-   xxx   xxx   xxx   +--   xxx

# Reports
get_report                  ???   +--   +--   -+-   -+-   xxx   +--   xxx   +--   +--
print_report                ???   +--   +--   -+-   -+-   xxx   +--   xxx   +--   +--
save_report                 ???   +--   +--   -+-   -+-   xxx   xxx   xxx   +--   xxx
sign_report                 ???   +--   +--   -+-   -+-   xxx   xxx   xxx   +--   xxx

# Measurements
choose_measurements         ???   +--   +--   -+-   -+-   xxx   xxx   xxx   +--   xxx
list_measurements           ???   +--   +--   -+-   -+-   xxx   +--   xxx   +--   +--
publish_measurements        ???   +--   +--   -+-   -+-   xxx   xxx   xxx   +--   xxx

# DICOMweb
ask_for_capabilities        ?     +     +     +     +     x     +     x     +     +
read_capabilities           ?     +     +     +     +     x     +     x     +     +
render_frame                ???   +--   +--   -+-   -+-   xxx   +--   xxx   +--   +--
render_instance             ???   +--   +--   -+-   -+-   xxx   +--   xxx   +--   +--
render_series               ???   +--   +--   -+-   -+-   xxx   +--   xxx   +--   +--
render_study                ???   +--   +--   -+-   -+-   xxx   +--   xxx   +--   +--
retrieve_bulkdata           ???   +--   +--   -+-   -+-   xxx   +--   xxx   +--   +--
retrieve_frame_thumbnail    ???   +--   +--   -+-   -+-   xxx   +--   xxx   +--   +--
retrieve_frames             ???   +--   +--   -+-   -+-   xxx   +--   xxx   +--   +--
retrieve_instance           ???   +--   +--   -+-   -+-   xxx   +--   xxx   +--   +--
retrieve_instance_metadata  ???   +--   +--   -+-   -+-   xxx   +--   xxx   +--   +--
retrieve_instance_thumbnail ???   +--   +--   -+-   -+-   xxx   +--   xxx   +--   +--
retrieve_series             ???   +--   +--   -+-   -+-   xxx   +--   xxx   +--   +--
retrieve_series_metadata    ???   +--   +--   -+-   -+-   xxx   +--   xxx   +--   +--
retrieve_series_thumbnail   ???   +--   +--   -+-   -+-   xxx   +--   xxx   +--   +--
retrieve_study              ???   +--   +--   -+-   -+-   xxx   +--   xxx   +--   +--
retrieve_study_metadata     ???   +--   +--   -+-   -+-   xxx   +--   xxx   +--   +--
retrieve_study_thumbnail    ???   +--   +--   -+-   -+-   xxx   +--   xxx   +--   +--
search_instances            ???   +++   +++   +++   +++   xxx   +++   xxx   +++   +++
search_instances_of_series  ???   +--   +--   -+-   -+-   xxx   +--   xxx   +--   +--
search_instances_of_study   ???   +--   +--   -+-   -+-   xxx   +--   xxx   +--   +--
search_series               ???   +++   +++   +++   +++   xxx   +++   xxx   +++   +++
search_series_of_study      ???   +--   +--   -+-   -+-   xxx   +--   xxx   +--   +--
search_studies              ???   +++   +++   +++   +++   xxx   +++   xxx   +++   +++
store_studies               ???   +++   +++   +++   +++   xxx   xxx   xxx   +++   +++
store_study                 ???   +++   +++   +++   +++   xxx   xxx   xxx   +++   +++

# The system
discard_task                ???   xxx   xxx   xxx   xxx   ++-   ++-   ++-   ++-   xxx
get_system                  ?     x     x     x     x     +     +     +     +     x
list_failures               ?     x     x     x     x     +     +     +     +     x
list_queues                 ?     x     x     x     x     +     +     +     +     x
list_stuck_work             ?     x     x     x     x     +     +     +     +     x
rerun_task                  ???   xxx   xxx   xxx   xxx   ++-   ++-   ++-   ++-   xxx
restart_analysis            ???   xxx   xxx   xxx   xxx   ++-   ++-   ++-   ++-   xxx
send_outbox                 ?     x     x     x     x     +     +     +     +     x
"""
PEOPLE = (
    "anonymous",
    "member",
    "admin",
    "their_member",
    "their_admin",
    "app_admin",
    "app_admin*",
    "super_admin",
    "super_admin*",
    "system",
)
LINKS = frozenset(  # what somebody shows opens these, whoever they are
    {
        "accept_invitation",
        "issue_access_token",
        "join_with_microsoft",
        "reset_password",
        "show_invitation",
        "sign_in",
    }
)


def _rows() -> dict[str, dict[str, str]]:
    lines = [line.split() for line in TABLE.splitlines()]
    rows = [line for line in lines if line and line[0] not in ("#", "operation")]
    assert len({name for name, *_ in rows}) == len(rows), "an operation has two rows"
    return {name: dict(zip(PEOPLE, cells, strict=True)) for name, *cells in rows}


EXPECTED = _rows()
