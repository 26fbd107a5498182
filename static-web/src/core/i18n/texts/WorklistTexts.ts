import { defineTexts } from "@/core/i18n/Messages";

export const worklistTexts = defineTexts(
  {
    "worklist.title": "Recent studies",
    "worklist.date": "Study date",
    "worklist.patient": "Patient",
    "worklist.mrn": "MRN",
    "worklist.age": "Age",
    "worklist.sex": "Sex",
    "worklist.modality": "Modality",
    "worklist.description": "Description",
    "worklist.referrer": "Referring physician",
    "worklist.accession": "Accession",
    "worklist.images": "Images",
    "worklist.empty": "No studies yet. Upload DICOM files, or connect the organization to its PACS.",
    "worklist.count": { one: "{count} study", other: "{count} studies" },
  },
  {
    "worklist.title": "Estudios recientes",
    "worklist.date": "Fecha del estudio",
    "worklist.patient": "Paciente",
    "worklist.mrn": "N.º de historia",
    "worklist.age": "Edad",
    "worklist.sex": "Sexo",
    "worklist.modality": "Modalidad",
    "worklist.description": "Descripción",
    "worklist.referrer": "Médico solicitante",
    "worklist.accession": "N.º de acceso",
    "worklist.images": "Imágenes",
    "worklist.empty": "Todavía no hay estudios. Cargue archivos DICOM o conecte la organización con su PACS.",
    "worklist.count": { one: "{count} estudio", other: "{count} estudios" },
  },
);
