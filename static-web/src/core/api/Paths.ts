/** Every path of the API that the portal asks for; SWR uses them as keys. */
const uid = encodeURIComponent;

export const paths = {
  me: "/api/me",
  signIn: "/api/auth/sign-in",
  signOut: "/api/auth/sign-out",
  signInOptions: "/api/auth/options",
  microsoft: (next: string) => `/api/auth/microsoft?next=${encodeURIComponent(next)}`,
  forgotPassword: "/api/auth/forgot-password",
  resetPassword: "/api/auth/reset-password",
  offer: (token: string) => `/api/invitations/${encodeURIComponent(token)}`,
  acceptance: (token: string) => `/api/invitations/${encodeURIComponent(token)}/acceptance`,
  myOrganization: "/api/me/organization",
  myPassword: "/api/me/password",
  mySessions: "/api/me/sessions",
  mySession: (id: string) => `/api/me/sessions/${encodeURIComponent(id)}`,
  myIdentities: "/api/me/identities",
  linkMicrosoft: "/api/me/identities/microsoft",
  identity: (id: string) => `/api/me/identities/${encodeURIComponent(id)}`,
  joinWithMicrosoft: (token: string) => `/api/invitations/${encodeURIComponent(token)}/microsoft`,
  mySecondFactor: "/api/me/second-factor",
  mySecondFactorConfirmation: "/api/me/second-factor/confirmation",
  mySecondFactorRemoval: "/api/me/second-factor/removal",
  users: "/api/users",
  user: (user: string) => `/api/users/${uid(user)}`,
  member: (organization: string, user: string) => `/api/organizations/${uid(organization)}/members/${uid(user)}`,
  invitations: "/api/invitations",
  invitationsTo: (organization: string) => `/api/organizations/${uid(organization)}/invitations`,
  invitationTo: (organization: string, invitation: string) =>
    `/api/organizations/${uid(organization)}/invitations/${uid(invitation)}`,
  renewal: (organization: string, invitation: string) =>
    `/api/organizations/${uid(organization)}/invitations/${uid(invitation)}/renewal`,
  organizations: "/api/organizations",
  organization: (organization: string) => `/api/organizations/${uid(organization)}`,
  organizationStatus: (organization: string) => `/api/organizations/${uid(organization)}/status`,
  source: (organization: string) => `/api/organizations/${uid(organization)}/source`,
  sourceCheck: (organization: string) => `/api/organizations/${uid(organization)}/source/check/steps`,
  sourceTrial: "/api/source-checks/steps",
  clients: (organization: string) => `/api/organizations/${uid(organization)}/clients`,
  client: (organization: string, client: string) => `/api/organizations/${uid(organization)}/clients/${uid(client)}`,
  clientSecrets: (organization: string, client: string) =>
    `/api/organizations/${uid(organization)}/clients/${uid(client)}/secrets`,
  clientSecret: (organization: string, client: string, secret: string) =>
    `/api/organizations/${uid(organization)}/clients/${uid(client)}/secrets/${uid(secret)}`,
  models: "/api/models",
  audit: "/api/audit",
  auditSpreadsheet: (query: URLSearchParams) => `/api/audit.csv?${query}`,
  emergencyIn: (organization: string) => `/api/organizations/${uid(organization)}/emergency`,
  myEmergency: "/api/me/emergency",
  patientByMrn: (mrn: string) => `/api/patients?mrn=${encodeURIComponent(mrn)}`,
  patientStudies: (mrn: string) => `/api/patients/${encodeURIComponent(mrn)}/studies`,
  patientRegister: "/api/patient-register",
  patients: "/api/patients",
  patient: (mrn: string) => `/api/patients/${encodeURIComponent(mrn)}`,
  patientOpening: (mrn: string) => `/api/patients/${encodeURIComponent(mrn)}/opening`,
  recentStudies: (limit: number) => `/api/studies?limit=${limit}`,
  worklist: (show: string) => `/api/worklist?show=${encodeURIComponent(show)}`,
  studyOpening: (study: string) => `/api/studies/${uid(study)}/opening`,
  system: "/api/system",
  systemQueues: "/api/system/queues",
  failures: "/api/system/failures",
  failure: (id: string) => `/api/system/failures/${encodeURIComponent(id)}`,
  rerun: (id: string) => `/api/system/failures/${encodeURIComponent(id)}/rerun`,
  stuckWork: "/api/system/stuck",
  outboxSending: "/api/system/outbox/sending",
  restart: (organization: string, study: string) =>
    `/api/system/organizations/${encodeURIComponent(organization)}/studies/${uid(study)}/restart`,
  study: (study: string) => `/api/studies/${uid(study)}`,
  series: (study: string) => `/api/studies/${uid(study)}/series`,
  analyses: (study: string) => `/api/studies/${uid(study)}/analyses`,
  measurements: (study: string) => `/api/studies/${uid(study)}/measurements`,
  measurementsChoice: (study: string) => `/api/studies/${uid(study)}/measurements/choice`,
  publication: (study: string) => `/api/studies/${uid(study)}/measurements/publication`,
  findings: (study: string) => `/api/studies/${uid(study)}/findings`,
  finding: (finding: string) => `/api/findings/${encodeURIComponent(finding)}`,
  decision: (finding: string) => `/api/findings/${encodeURIComponent(finding)}/decision`,
  report: (study: string) => `/api/studies/${uid(study)}/report`,
  signature: (study: string) => `/api/studies/${uid(study)}/report/signature`,
  reportPdf: (study: string, language: string) => `/api/studies/${uid(study)}/report.pdf?language=${language}`,
  store: "/api/dicomweb/studies",
  seriesThumbnail: (study: string, series: string) =>
    `/api/dicomweb/studies/${uid(study)}/series/${uid(series)}/thumbnail`,
  instanceThumbnail: (study: string, series: string, instance: string) =>
    `/api/dicomweb/studies/${uid(study)}/series/${uid(series)}/instances/${uid(instance)}/thumbnail`,
} as const;

/** A page to return to after signing in: a path on this origin, never another host. */
export function safeReturnPath(next: string | null, home = "/dashboard"): string {
  const here = "http://here.invalid";
  try {
    const url = new URL(next ?? "", here);
    const path = url.pathname + url.search + url.hash;
    const stays = url.origin === here && url.pathname !== "/" && !path.startsWith("//");
    return stays ? path : home;
  } catch {
    return home;
  }
}
