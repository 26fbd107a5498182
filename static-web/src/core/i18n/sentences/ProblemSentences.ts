/** What is refused without a code of its own; those with one are in RefusalTexts. */
export const problemSentences: Readonly<Record<string, string>> = {
  "A managed identity opens https://….{host} only.": "Una identidad administrada solo abre https://….{host}.",
  "A newer version of imagini has written this. Try again in a moment.":
    "Lo ha escrito una versión más reciente de imagini. Inténtelo de nuevo en un momento.",
  "AI findings that still need a decision: {count}. Decide them, or say why you sign.":
    "Hallazgos de IA pendientes de decisión: {count}. Decídalos, o indique por qué firma.",
  "An organization has at most {count} clients.": "Una organización tiene como máximo {count} clientes.",
  "Choose an organization first.": "Elija antes una organización.",
  "Emergency access opens patients' data to you, and to no system.":
    "El acceso de emergencia le abre los datos de los pacientes a usted, y a ningún sistema.",
  "No patient with this MRN.": "No hay ningún paciente con este número de historia.",
  "Please give the code that your authenticator app shows, or a recovery code.":
    "Escriba el código que muestra su aplicación de autenticación, o un código de recuperación.",
  "Please give your first name, your last name and a password.": "Escriba su nombre, sus apellidos y una contraseña.",
  "Please sign in.": "Inicie sesión.",
  "Say where tokens are given, and the id of imagini's client there.":
    "Indique dónde se dan los tokens y el identificador del cliente de imagini allí.",
  "Somebody else has changed this report since you opened it. Compare before you save again.":
    "Otra persona ha cambiado este informe desde que usted lo abrió. Compárelos antes de guardar de nuevo.",
  "Super administrators are made and unmade with ./imagini admin only.":
    "Los superadministradores solo se nombran y se retiran con ./imagini admin.",
  "The e-mail address or the password is not right.": "El correo electrónico o la contraseña no son correctos.",
  "The key of the audit is missing: nothing can be put on record.":
    "Falta la clave de la auditoría: no se puede dejar constancia de nada.",
  "The model {model} has no label called {label}.": "El modelo {model} no tiene una etiqueta llamada {label}.",
  "The studies of this organization live in the built-in archive, not in a PACS.":
    "Los estudios de esta organización están en el archivo integrado, no en un PACS.",
  "The study has moved on meanwhile.": "El estudio ha cambiado entretanto.",
  "There is no model called {model}.": "No hay ningún modelo llamado {model}.",
  "There is no second factor to confirm. Set one up first.":
    "No hay ningún segundo factor que confirmar. Configúrelo antes.",
  "There is no such Microsoft account.": "No existe esa cuenta de Microsoft.",
  "There is no such analysis.": "No existe ese análisis.",
  "There is no such finding.": "No existe ese hallazgo.",
  "There is no such invitation.": "No existe esa invitación.",
  "There is no such organization.": "No existe esa organización.",
  "There is no such secret.": "No existe ese secreto.",
  "There is no such session.": "No existe esa sesión.",
  "There is no such study.": "No existe ese estudio.",
  "There is no such user.": "No existe ese usuario.",
  "There is no such {thing}.": "No existe, o no es suyo.",
  "This finding has no heat map.": "Este hallazgo no tiene mapa de calor.",
  "This finding has not been decided yet.": "Este hallazgo todavía no se ha decidido.",
  "This is the client's only secret. Add another one first, or remove the client.":
    "Es el único secreto del cliente. Añada antes otro, o elimine el cliente.",
  "This link has been used already, or is too old. Please ask for a new one.":
    "Este enlace ya se ha usado o es demasiado antiguo. Pida otro.",
  "This person's role is above yours.": "El rol de esta persona está por encima del suyo.",
  "This report is signed and can no longer change.": "Este informe está firmado y ya no puede cambiar.",
  "Somebody else has saved measurements of this study meanwhile. Look at them before you go on.":
    "Mientras tanto, otra persona ha guardado mediciones de este estudio. Revíselas antes de continuar.",
  "The PACS did not take the measurements. They are still kept here.":
    "El PACS no aceptó las mediciones. Siguen guardadas aquí.",
  "There is no such version of these measurements.": "No existe esa versión de estas mediciones.",
  "Too many people save measurements of this study at once; save again.":
    "Demasiadas personas guardan mediciones de este estudio a la vez; vuelva a guardar.",
  "Three years are read at once at most.": "Se leen como máximo tres años de una vez.",
  "Too many attempts at once. Please try again.": "Demasiados intentos a la vez. Inténtelo de nuevo.",
  "Too many attempts. Please wait a little, then try again.":
    "Demasiados intentos. Espere un poco e inténtelo de nuevo.",
  "Too much is being put on record at once. Please try again.":
    "Se está registrando demasiado a la vez. Inténtelo de nuevo.",
  "Your role does not allow this.": "Su rol no lo permite.",
  "Your second factor is off already.": "Su segundo factor ya está desactivado.",
  "Your second factor is on already. Switch it off first.": "Su segundo factor ya está activado. Desactívelo antes.",
  "{email} has an account already. Take an address that has none.":
    "{email} ya tiene una cuenta. Elija una dirección que no la tenga.",
};
