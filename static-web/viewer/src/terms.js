// What models say in English, in the reader's language. The portal (LabelTexts.ts) and the printed report (words.py) say the same.

const ES = {
  'Lung Opacity': 'Opacidad pulmonar',
  Opacity: 'Opacidad',
  Consolidation: 'Consolidación',
  Cardiomegaly: 'Cardiomegalia',
  Pneumothorax: 'Neumotórax',
  Pneumonia: 'Neumonía',
  'Pleural Effusion': 'Derrame pleural',
  Atelectasis: 'Atelectasia',
  Edema: 'Edema',
  Nodule: 'Nódulo',
  Mass: 'Masa',
  Fracture: 'Fractura',
  'demonstration model, synthetic data, not for clinical use':
    'modelo de demostración, datos sintéticos, no apto para uso clínico',
};

/** The name of a finding or a model's notice; as the model gave it where it is not known. */
export const termIn = (language, text) => (language === 'es' && Object.hasOwn(ES, text) ? ES[text] : text);
