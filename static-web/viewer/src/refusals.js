// What the server refuses in English, in Spanish. The portal (ProblemSentences.ts, RefusalTexts.ts) says the same: a test compares.

export const IN_SPANISH = {
  'Please sign in.': 'Inicie sesión.',
  'The key of the audit is missing: nothing can be put on record.':
    'Falta la clave de la auditoría: no se puede dejar constancia de nada.',
  'The study has moved on meanwhile.': 'El estudio ha cambiado entretanto.',
  'There is no such finding.': 'No existe ese hallazgo.',
  'There is no such study.': 'No existe ese estudio.',
  'This finding has not been decided yet.': 'Este hallazgo todavía no se ha decidido.',
  'This report is signed and can no longer change.': 'Este informe está firmado y ya no puede cambiar.',
  'Too much is being put on record at once. Please try again.':
    'Se está registrando demasiado a la vez. Inténtelo de nuevo.',
  'Your role does not allow this.': 'Su rol no lo permite.',
};

/** The server's own sentence; in Spanish '' where it is not known, so that a general one is said instead. */
export const refusalIn = (language, said) =>
  language !== 'es' ? said : Object.hasOwn(IN_SPANISH, said) ? IN_SPANISH[said] : '';
