import { defineTexts } from "@/core/i18n/Messages";

export const measurementsTexts = defineTexts(
  {
    "measurements.count": { one: "{count} measurement", other: "{count} measurements" },
    "measurements.by": "{author}, {when}",
    "measurements.unpublished.pacs": "Not in the PACS",
    "measurements.unpublished.archive": "Not published",
    "measurements.changed": "Changed since published",
    "measurements.published": "Published by {author}, {when}",
    "measurements.publish.pacs": "Publish to PACS",
    "measurements.publish.archive": "Publish to archive",
    "measurements.publishTitle": "Publish version {number}, by {author}",
    "measurements.publishText.pacs":
      "It is sent to the PACS as a structured report, where everybody who opens the study sees it. It cannot be taken back from there.",
    "measurements.publishText.archive":
      "It becomes part of the study in the archive as a structured report. It cannot be taken back from there.",
    "measurements.versions": { one: "{count} version", other: "{count} versions" },
    "measurements.versionsTitle": "Versions of the measurements",
    "measurements.version": "Version {number}",
    "measurements.current": "Current",
    "measurements.choose": "Make current",
    "measurements.chooseOf": "Make current: version {number}",
    "measurements.chooseHint": "The viewer opens with the current version. No version is ever lost.",
    "measurements.inPacs": "published {when}",
  },
  {
    "measurements.count": { one: "{count} medición", other: "{count} mediciones" },
    "measurements.by": "{author}, {when}",
    "measurements.unpublished.pacs": "No está en el PACS",
    "measurements.unpublished.archive": "Sin publicar",
    "measurements.changed": "Con cambios desde que se publicó",
    "measurements.published": "Publicado por {author}, {when}",
    "measurements.publish.pacs": "Publicar en el PACS",
    "measurements.publish.archive": "Publicar en el archivo",
    "measurements.publishTitle": "Publicar la versión {number}, de {author}",
    "measurements.publishText.pacs":
      "Se envía al PACS como informe estructurado, donde lo verá cualquiera que abra el estudio. No se puede retirar de allí.",
    "measurements.publishText.archive":
      "Pasa a formar parte del estudio en el archivo como informe estructurado. No se puede retirar de allí.",
    "measurements.versions": { one: "{count} versión", other: "{count} versiones" },
    "measurements.versionsTitle": "Versiones de las mediciones",
    "measurements.version": "Versión {number}",
    "measurements.current": "Vigente",
    "measurements.choose": "Hacer vigente",
    "measurements.chooseOf": "Hacer vigente: versión {number}",
    "measurements.chooseHint": "El visor se abre con la versión vigente. Ninguna versión se pierde.",
    "measurements.inPacs": "publicada el {when}",
  },
);
