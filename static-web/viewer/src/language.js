// The panel speaks the language of the address (?lng=), else of the portal around it, else of the browser.

export function chooseLanguage(search, portalLanguage, browserLanguage) {
  const wanted = new URLSearchParams(search).get('lng') || portalLanguage || browserLanguage || 'en';
  return wanted.toLowerCase().startsWith('es') ? 'es' : 'en';
}

export const currentLanguage = () =>
  chooseLanguage(location.search, parent === window ? '' : parent.document.documentElement.lang, navigator.language);

/** 0.6057 -> "60.57 %", in Spanish "60,57 %". */
export function formatPercent(probability, language) {
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return `${new Intl.NumberFormat(language, digits).format(probability * 100)} %`;
}

/** The time of an ISO instant if it was today, else its date, where the reader is. */
export function formatTime(instant, language, now = new Date()) {
  if (!instant) return '';
  const then = new Date(instant);
  const today = then.toDateString() === now.toDateString();
  const parts = today ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } : { dateStyle: 'medium' };
  return new Intl.DateTimeFormat(language, parts).format(then);
}
