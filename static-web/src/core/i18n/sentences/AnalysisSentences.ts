/** Why a study was not analysed, or why that waits: kept in English with the analysis. */
export const analysisSentences: Readonly<Record<string, string>> = {
  "The study has no series, or no model is switched on.": "El estudio no tiene series o no hay ningún modelo activado.",
  "{model} is switched off in your organization.": "{model} está desactivado en su organización.",
  "{model} reads modality {allowed}, not {found}.": "{model} lee la modalidad {allowed}, no {found}.",
  "{model} reads body part {allowed}, not {found}.": "{model} lee la región anatómica {allowed}, no {found}.",
  "{model} reads view {allowed}, not {found}.": "{model} lee la proyección {allowed}, no {found}.",
  "not a chest X-ray": "No es una radiografía de tórax.",
  "not a chest X-ray ({why})": "No es una radiografía de tórax ({why}).",
  "not an image for this model": "No es una imagen para este modelo.",
  "not an image for this model ({why})": "No es una imagen para este modelo ({why}).",
  "the series holds no image": "La serie no contiene ninguna imagen.",
  "The answer of the model could not be recorded. It was tried several times. Press Analyse to try again.":
    "No se pudo registrar la respuesta del modelo. Se intentó varias veces. Pulse Analizar para intentarlo de nuevo.",
  "The study could not be fetched.": "No se pudo recuperar el estudio.",
  "It was tried several times. Press Analyse to try again.":
    "Se intentó varias veces. Pulse Analizar para intentarlo de nuevo.",
  "The inference job failed ({error}).": "El proceso de inferencia falló ({error}).",
  "Instance {uid} cannot be decoded: {error}": "La instancia {uid} no se puede descomprimir: {error}",
  "Instance {uid} cannot be read: {error}": "La instancia {uid} no se puede leer: {error}",
  "Instance {uid} has no image.": "La instancia {uid} no tiene imagen.",
  "Instance {uid} has {count} frames, and no frame {frame}.":
    "La instancia {uid} tiene {count} fotogramas, y no el fotograma {frame}.",
  "Instance {uid} has {rows} x {columns} pixels, more than are decoded here.":
    "La instancia {uid} tiene {rows} x {columns} píxeles, más de los que se admiten aquí.",
  "Instance {uid} inflates to more than {size} MB.": "La instancia {uid} ocupa más de {size} MB al descomprimirse.",
  "Instance {uid} is cut off inside its compressed pixel data.":
    "La instancia {uid} está cortada dentro de sus píxeles comprimidos.",
  "Instance {uid} is cut off: it ends before its pixel data, or inside them.":
    "La instancia {uid} está cortada: termina antes de sus píxeles o dentro de ellos.",
  "Instance {uid} is cut off: its compressed image has no end.":
    "La instancia {uid} está cortada: su imagen comprimida no tiene final.",
  "Instance {uid} is cut off: the file ends too early.":
    "La instancia {uid} está cortada: el archivo termina demasiado pronto.",
  "Instance {uid} is cut off: there are no compressed pixel data.":
    "La instancia {uid} está cortada: no hay píxeles comprimidos.",
  "Instance {uid} is cut off: {there} of {wanted} bytes of pixel data are there.":
    "La instancia {uid} está cortada: hay {there} de los {wanted} bytes de sus píxeles.",
  "Instance {uid} is in colour and has no grey values.": "La instancia {uid} está en color y no tiene niveles de gris.",
  "Instance {uid} is in the transfer syntax {syntax}, which has no decoder here.":
    "La instancia {uid} usa la sintaxis de transferencia {syntax}, que aquí no se puede descomprimir.",
  "Instance {uid} cannot be decoded: its compressed image has no beginning.":
    "La instancia {uid} no se puede descomprimir: su imagen comprimida no tiene comienzo.",
  "Instance {uid} cannot be decoded: its header says {rows} x {columns} pixels, its compressed image {height} x {width}.":
    "La instancia {uid} no se puede descomprimir: su cabecera indica {rows} x {columns} píxeles y su imagen comprimida, {height} x {width}.",
  "Instance {uid} has more than {count} pieces of compressed pixels.":
    "La instancia {uid} tiene más de {count} fragmentos de píxeles comprimidos.",
  "Instance {uid} holds more compressed pixels than its header says.":
    "La instancia {uid} contiene más píxeles comprimidos de los que indica su cabecera.",
  "The header of instance {uid} has more than {count} elements.":
    "La cabecera de la instancia {uid} tiene más de {count} elementos.",
  "These frames have more than {size} MB: ask for fewer.": "Estos fotogramas ocupan más de {size} MB: pida menos.",
  "This image cannot be decoded ({error}).": "Esta imagen no se puede descomprimir ({error}).",
  "This image cannot be decoded: it is damaged, and made the decoder end.":
    "Esta imagen no se puede descomprimir: está dañada e hizo terminar al descompresor.",
  "This image was not decoded: it took more time or memory than an image is given.":
    "Esta imagen no se descomprimió: requería más tiempo o memoria de los que se conceden a una imagen.",
  "Instance {uid} nests its sequences too deeply.": "La instancia {uid} anida sus secuencias a demasiada profundidad.",
  "This is not a DICOM file: its file meta information cannot be read ({error}).":
    "No es un archivo DICOM: su cabecera no se puede leer ({error}).",
  "This is not a DICOM file: the letters DICM are missing at byte 128.":
    "No es un archivo DICOM: faltan las letras DICM en el byte 128.",
  "The model {model}": "El modelo {model}",
  "The model {model} cannot be loaded: {error}": "El modelo {model} no se puede cargar: {error}",
  "The model {model} cannot be run: {error}": "El modelo {model} no se puede ejecutar: {error}",
  "The model {model} has no classifier of {rows} rows, which its heat maps need.":
    "El modelo {model} no tiene el clasificador de {rows} filas que necesitan sus mapas de calor.",
  "{model} is larger than {size} MB and is not loaded.": "{model} ocupa más de {size} MB y no se carga.",
  "{model} is not an ONNX file and is not loaded: {error}": "{model} no es un archivo ONNX y no se carga: {error}",
  "{model} is not the file its manifest names (its SHA-256 differs) and is not loaded.":
    "{model} no es el archivo que indica su manifiesto (su SHA-256 difiere) y no se carga.",
  "{model} keeps data outside its file and is not loaded.": "{model} guarda datos fuera de su archivo y no se carga.",
  "{model} uses operators that are not allowed: {names}.": "{model} usa operadores que no se permiten: {names}.",
};
