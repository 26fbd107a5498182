import { defineTexts } from "@/core/i18n/Messages";

/**
 * What known models say: their name, names of findings, their standing notice, their licence. Anything else is shown as it came.
 * The viewer (viewer/src/terms.js) and the printed report (words.py) say the same.
 */
export const labelTexts = defineTexts(
  {
    "label.Lung Opacity": "Lung Opacity",
    "label.Opacity": "Opacity",
    "label.Consolidation": "Consolidation",
    "label.Cardiomegaly": "Cardiomegaly",
    "label.Pneumothorax": "Pneumothorax",
    "label.Pneumonia": "Pneumonia",
    "label.Pleural Effusion": "Pleural Effusion",
    "label.Atelectasis": "Atelectasis",
    "label.Edema": "Edema",
    "label.Nodule": "Nodule",
    "label.Mass": "Mass",
    "label.Fracture": "Fracture",
    "notice.demonstration model, synthetic data, not for clinical use":
      "demonstration model, synthetic data, not for clinical use",
    "model.Chest X-ray demonstration": "Chest X-ray demonstration",
    "licence.The same as this repository's.": "The same as this repository's.",
  },
  {
    "label.Lung Opacity": "Opacidad pulmonar",
    "label.Opacity": "Opacidad",
    "label.Consolidation": "Consolidación",
    "label.Cardiomegaly": "Cardiomegalia",
    "label.Pneumothorax": "Neumotórax",
    "label.Pneumonia": "Neumonía",
    "label.Pleural Effusion": "Derrame pleural",
    "label.Atelectasis": "Atelectasia",
    "label.Edema": "Edema",
    "label.Nodule": "Nódulo",
    "label.Mass": "Masa",
    "label.Fracture": "Fractura",
    "notice.demonstration model, synthetic data, not for clinical use":
      "modelo de demostración, datos sintéticos, no apto para uso clínico",
    "model.Chest X-ray demonstration": "Demostración de radiografía de tórax",
    "licence.The same as this repository's.": "La misma que la de este repositorio.",
  },
);
