/** Why a file is not stored: the Error Comment (0000,0902) of the answer. */
export const fileSentences: Readonly<Record<string, string>> = {
  "This is not a DICOM file.": "No es un archivo DICOM.",
  "Deflated DICOM files are not accepted.": "No se admiten archivos DICOM comprimidos con Deflate.",
  "Files in Big Endian, retired from DICOM, are not accepted.":
    "No se admiten archivos en Big Endian, retirado de DICOM.",
  "Objects of this kind (SOP class) are not stored.": "No se guardan objetos de esta clase (SOP).",
  "The file cannot be read: its contents are damaged.": "No se puede leer el archivo: su contenido está dañado.",
  "The file cannot be read: its contents are damaged, or nested too deeply.":
    "No se puede leer el archivo: su contenido está dañado o anidado a demasiada profundidad.",
  "The file nests its contents too deeply.": "El archivo anida su contenido a demasiada profundidad.",
  "The file does not say how it is encoded (no transfer syntax).":
    "El archivo no dice cómo está codificado (sin sintaxis de transferencia).",
  "The file does not say where its frames begin.": "El archivo no dice dónde empiezan sus fotogramas.",
  "The file ends before its pixel data.": "El archivo termina antes de sus píxeles.",
  "The file ends within its header.": "El archivo termina dentro de su cabecera.",
  "The file is cut short, or it is not a DICOM file.": "El archivo está cortado o no es un archivo DICOM.",
  "The file is cut short.": "El archivo está cortado.",
  "The pixel data of the file is cut short.": "Los píxeles del archivo están cortados.",
  "The file has more frames than are stored here.": "El archivo tiene más fotogramas de los que se guardan aquí.",
  "The header of the file is too large.": "La cabecera del archivo es demasiado grande.",
  "The file has no {name}.": "El archivo no tiene {name}.",
  "The file's {name} is not a valid UID.": "El {name} del archivo no es un UID válido.",
  "This image belongs to another study than the one it was sent to.":
    "Esta imagen pertenece a un estudio distinto de aquel al que se envió.",
  "The study of this image is already stored, but for another Patient ID.":
    "El estudio de esta imagen ya está guardado, pero con otro número de paciente.",
  "Another image with the same SOP Instance UID is already stored.":
    "Ya hay guardada otra imagen con el mismo SOP Instance UID.",
  "The PACS did not store this image (failure reason {code}).": "El PACS no guardó esta imagen (motivo {code}).",
  "These measurements belong to a study that is not here.":
    "Estas mediciones pertenecen a un estudio que no está aquí.",
  "These measurements belong to another patient than their study.":
    "Estas mediciones pertenecen a un paciente distinto del de su estudio.",
};
