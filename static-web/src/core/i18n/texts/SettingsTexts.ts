import { defineTexts } from "@/core/i18n/Messages";

/** What an organization's administrators decide. */
export const settingsTexts = defineTexts(
  {
    "settings.title": "Organization settings",
    "settings.editTitle": "Edit {name}",
    "settings.details": "Details",
    "settings.saveDetails": "Save details",
    "settings.work": "Languages and storage",
    "settings.language": "Language of emails",
    "settings.languageHelp": "Invitations and other mail to people who have not chosen a language yet.",
    "settings.reportLanguage": "Language of new reports",
    "settings.sameLanguage": "The same",
    "settings.retention": "Keep fetched images for",
    "settings.retentionHelp": "Days. The PACS keeps its own; imagini fetches them again when needed. Empty: no limit.",
    "settings.retentionWrong": "A whole number of days, from 1 to 36500.",
    "settings.saveWork": "Save languages and storage",
    "settings.models": "AI models",
    "settings.modelsHelp":
      "Which models read this organization's studies, and from which probability on a label becomes a finding.",
    "settings.noModels": "No models are installed.",
    "settings.modelOn": "{name} reads studies",
    "settings.modelVersion": "Version {version} · {modalities}",
    "settings.threshold": "Threshold for {label}, in percent",
    "settings.thresholdWrong": "A number from 0 to 100.",
    "settings.modelDefault": "model: {percent}",
    "settings.saveModels": "Save models",
    "settings.template": "Report template",
    "settings.templateHelp":
      "What a new report begins with. Where Technique is empty, it follows from the study's modality.",
    "settings.saveTemplate": "Save template",
    "settings.signIn": "Signing in",
    "settings.secondFactor": "Administrators need a second factor",
    "settings.secondFactorHelp":
      "Who has none sets one up at the next sign-in, before anything else. This includes you.",
    "settings.tenants": "Microsoft Entra tenants",
    "settings.tenantsHelp":
      "One tenant ID a line. Only Microsoft accounts of these tenants can sign in here. Empty: any tenant.",
    "settings.tenantsWrong": "A tenant ID looks like 72f988bf-86f1-41af-91ab-2d7cd011db47.",
    "settings.saveSignIn": "Save sign-in settings",
  },
  {
    "settings.title": "Ajustes de la organización",
    "settings.editTitle": "Editar {name}",
    "settings.details": "Datos",
    "settings.saveDetails": "Guardar datos",
    "settings.work": "Idiomas y almacenamiento",
    "settings.language": "Idioma de los correos",
    "settings.languageHelp": "Invitaciones y otros correos a quienes todavía no han elegido idioma.",
    "settings.reportLanguage": "Idioma de los informes nuevos",
    "settings.sameLanguage": "El mismo",
    "settings.retention": "Conservar las imágenes recuperadas durante",
    "settings.retentionHelp":
      "Días. El PACS conserva las suyas; imagini las recupera de nuevo si hace falta. Vacío: sin límite.",
    "settings.retentionWrong": "Un número entero de días, de 1 a 36500.",
    "settings.saveWork": "Guardar idiomas y almacenamiento",
    "settings.models": "Modelos de IA",
    "settings.modelsHelp":
      "Qué modelos leen los estudios de esta organización y a partir de qué probabilidad se presenta un hallazgo.",
    "settings.noModels": "No hay modelos instalados.",
    "settings.modelOn": "{name} lee estudios",
    "settings.modelVersion": "Versión {version} · {modalities}",
    "settings.threshold": "Umbral para {label}, en porcentaje",
    "settings.thresholdWrong": "Un número de 0 a 100.",
    "settings.modelDefault": "modelo: {percent}",
    "settings.saveModels": "Guardar modelos",
    "settings.template": "Plantilla de informe",
    "settings.templateHelp":
      "Con qué empieza un informe nuevo. Si Técnica está vacía, se deduce de la modalidad del estudio.",
    "settings.saveTemplate": "Guardar plantilla",
    "settings.signIn": "Inicio de sesión",
    "settings.secondFactor": "Los administradores necesitan un segundo factor",
    "settings.secondFactorHelp":
      "Quien no lo tenga lo configura la próxima vez que inicie sesión, antes que nada. También usted.",
    "settings.tenants": "Inquilinos de Microsoft Entra",
    "settings.tenantsHelp":
      "Un identificador de inquilino por línea. Solo podrán entrar cuentas de Microsoft de esos inquilinos. Vacío: cualquiera.",
    "settings.tenantsWrong": "Un identificador de inquilino es como 72f988bf-86f1-41af-91ab-2d7cd011db47.",
    "settings.saveSignIn": "Guardar inicio de sesión",
  },
);
