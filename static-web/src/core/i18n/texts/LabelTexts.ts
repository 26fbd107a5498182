import { defineTexts } from "@/core/i18n/Messages";

/** Names of the findings that known models report; an unknown label is shown as it came. */
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
  },
);
