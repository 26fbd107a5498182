// The requests about findings and measurements. A failure is an ApiError whose kind names the sentence to show.

export class ApiError extends Error {
  /** @param {'offline'|'session'|'second-factor'|'server'} kind @param {string} [detail] the server's own sentence */
  constructor(kind, detail = '') {
    super(detail || kind);
    this.kind = kind;
    this.detail = detail;
  }
}

async function request(path, options = {}) {
  let response;
  try {
    response = await fetch(path, { credentials: 'same-origin', ...options });
  } catch {
    throw new ApiError('offline');
  }
  if (response.status === 401) throw new ApiError('session');
  if (!response.ok) throw refusalOf(await response.json().catch(() => ({})));
  return response.json();
}

const refusalOf = ({ type, detail }) =>
  type === 'urn:imagini:second-factor-needed' ? new ApiError('second-factor') : new ApiError('server', detail);

const change = (method, body) => ({
  method,
  headers: { 'X-Imagini-Csrf': '1', ...(body && { 'Content-Type': 'application/json' }) },
  body: body && JSON.stringify(body),
});

const finding = id => `/api/findings/${encodeURIComponent(id)}`;

export const listFindings = studyUid => request(`/api/studies/${encodeURIComponent(studyUid)}/findings`);

export const listMeasurements = studyUid => request(`/api/studies/${encodeURIComponent(studyUid)}/measurements`);

/** Whether whoever looks may decide: somebody with emergency access may not. */
export const mayDecide = async () => (await request('/api/me')).may.includes('findings.decide');

export const decide = (id, decision, reason) =>
  request(`${finding(id)}/decision`, change('POST', reason ? { decision, reason } : { decision }));

export const undoDecision = id => request(`${finding(id)}/decision`, change('DELETE'));

export const describe = (id, description) => request(finding(id), change('PATCH', { description }));
