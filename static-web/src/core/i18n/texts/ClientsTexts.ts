import { defineTexts } from "@/core/i18n/Messages";

export const clientsTexts = defineTexts(
  {
    "clients.title": "Partner systems",
    "clients.help":
      "Systems that {organization} lets in: a RIS, a gateway of another hospital. Each has its own secret.",
    "clients.empty":
      "No partner system works here yet. One that you add can read patients or send studies, and no more.",
    "clients.docs": "How a system signs in and what it can ask (API)",
    "clients.add": "Add system",
    "clients.addTitle": "Add a partner system",
    "clients.name": "Name",
    "clients.nameHelp": "As people here know it. The audit names it so.",
    "clients.nameMissing": "Give it a name.",
    "clients.id": "Client ID",
    "clients.secret": "Secret",
    "clients.scopes": "It may",
    "clients.scopesMissing": "Choose at least one.",
    "clients.scope.patients.read": "Read patients",
    "clients.scopeHelp.patients.read": "Patients, studies, images, findings and reports.",
    "clients.scope.studies.store": "Send studies",
    "clients.scopeHelp.studies.store": "Store studies here, and nothing else.",
    "clients.created": "Created",
    "clients.lastToken": "Last signed in",
    "clients.notLately": "Not lately",
    "clients.twoSecrets": "2 secrets",
    "clients.newSecret": "New secret",
    "clients.newSecretTitle": "New secret for {name}",
    "clients.newSecretText":
      "It is shown once. The present secret goes on working until you remove it, so that {name} can change without a break.",
    "clients.dropOlder": "Remove older secret",
    "clients.dropOlderTitle": "Remove the older secret of {name}",
    "clients.dropOlderText":
      "The secret of {made} opens nothing from now on. Make sure that the system uses the new one.",
    "clients.droppedOlder": "{name} has only its new secret now.",
    "clients.revoke": "Revoke access",
    "clients.revokeTitle": "Revoke the access of {name} to {organization}",
    "clients.revokeText":
      "Its secrets and tokens open nothing from now on. What it stored stays. This cannot be undone.",
    "clients.revoked": "{name} no longer has access to {organization}.",
    "clients.secretTitle": "Secret of {name}",
    "clients.secretText":
      "This is the only time that the secret is shown. Hand it to whoever runs the system, by a way that nobody else reads.",
    "clients.secretKept": "I have kept it",
  },
  {
    "clients.title": "Sistemas asociados",
    "clients.help":
      "Sistemas que {organization} deja entrar: un RIS, la pasarela de otro hospital. Cada uno tiene su propio secreto.",
    "clients.empty":
      "Aquí todavía no trabaja ningún sistema asociado. El que usted añada podrá consultar pacientes o enviar estudios, y nada más.",
    "clients.docs": "Cómo se identifica un sistema y qué puede pedir (API)",
    "clients.add": "Añadir sistema",
    "clients.addTitle": "Añadir un sistema asociado",
    "clients.name": "Nombre",
    "clients.nameHelp": "El que se usa aquí. Así figura en la auditoría.",
    "clients.nameMissing": "Póngale un nombre.",
    "clients.id": "Identificador",
    "clients.secret": "Secreto",
    "clients.scopes": "Puede",
    "clients.scopesMissing": "Elija al menos una opción.",
    "clients.scope.patients.read": "Consultar pacientes",
    "clients.scopeHelp.patients.read": "Pacientes, estudios, imágenes, hallazgos e informes.",
    "clients.scope.studies.store": "Enviar estudios",
    "clients.scopeHelp.studies.store": "Guardar estudios aquí, y nada más.",
    "clients.created": "Creado",
    "clients.lastToken": "Último acceso",
    "clients.notLately": "No recientemente",
    "clients.twoSecrets": "2 secretos",
    "clients.newSecret": "Nuevo secreto",
    "clients.newSecretTitle": "Nuevo secreto para {name}",
    "clients.newSecretText":
      "Se muestra una sola vez. El secreto actual sigue sirviendo hasta que usted lo quite, para que {name} pueda cambiar sin interrupción.",
    "clients.dropOlder": "Quitar el secreto anterior",
    "clients.dropOlderTitle": "Quitar el secreto anterior de {name}",
    "clients.dropOlderText":
      "El secreto del {made} dejará de servir ahora mismo. Asegúrese de que el sistema usa ya el nuevo.",
    "clients.droppedOlder": "{name} solo tiene ya su nuevo secreto.",
    "clients.revoke": "Retirar acceso",
    "clients.revokeTitle": "Retirar el acceso de {name} a {organization}",
    "clients.revokeText":
      "Sus secretos y credenciales dejan de servir ahora mismo. Lo que guardó se conserva. No se puede deshacer.",
    "clients.revoked": "{name} ya no tiene acceso a {organization}.",
    "clients.secretTitle": "Secreto de {name}",
    "clients.secretText":
      "Es la única vez que se muestra el secreto. Entréguelo a quien gestiona el sistema por una vía que nadie más lea.",
    "clients.secretKept": "Ya lo he guardado",
  },
);
