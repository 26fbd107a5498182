/** Why background work was given up: read by who operates imagini. */
export const workSentences: Readonly<Record<string, string>> = {
  "It ended without a word each time it was tried.": "Terminó sin decir nada cada vez que se intentó.",
  "This message is none of imagini's; what it holds is not shown.":
    "Este mensaje no es de imagini; su contenido no se muestra.",
  "It failed unexpectedly ({error}).": "Falló de forma inesperada ({error}).",
  "validation errors: {count}; this message is no {kind}.":
    "Errores de validación: {count}; este mensaje no es un {kind}.",
};
