/** Enough for what stands before the patient, sequences included; a file of which it does not is sent as it is. */
const READ_BYTES = 256 * 1024;
const PREAMBLE = 128;
const TRANSFER_SYNTAX = 0x00020010;
const PATIENT_ID = 0x00100020;
const ITEM = 0xfffee000;
const ITEM_END = 0xfffee00d;
const SEQUENCE_END = 0xfffee0dd;
const UNDEFINED = 0xffffffff;
const IMPLICIT = "1.2.840.10008.1.2";
/** Deflated, or with the bytes of each number the other way round. */
const NOT_READ = new Set(["1.2.840.10008.1.2.1.99", "1.2.840.10008.1.2.2"]);
const LONG = new Set(["OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV"]);

interface Element {
  readonly tag: number;
  readonly length: number;
  /** Where its value begins. */
  readonly at: number;
}

/** The Patient ID in a DICOM file; null where it is not easily told: then the server, which reads all, decides alone. */
export async function patientIdOf(file: Blob): Promise<string | null> {
  const bytes = new DataView(await file.slice(0, READ_BYTES).arrayBuffer());
  try {
    return readPatientId(bytes);
  } catch (error) {
    if (error instanceof RangeError) return null; // it ends before
    throw error;
  }
}

function readPatientId(bytes: DataView): string | null {
  if (text(bytes, PREAMBLE, 4) !== "DICM") return null;
  let syntax = "";
  let at = PREAMBLE + 4;
  while (bytes.getUint16(at, true) === 0x0002) {
    const element = elementAt(bytes, at, false);
    if (element.tag === TRANSFER_SYNTAX) syntax = text(bytes, element.at, element.length);
    at = element.at + element.length;
  }
  if (NOT_READ.has(syntax)) return null;
  const implicit = syntax === IMPLICIT;
  for (;;) {
    const element = elementAt(bytes, at, implicit);
    if (element.tag > PATIENT_ID) return null;
    if (element.tag === PATIENT_ID) return plain(text(bytes, element.at, element.length));
    at = behind(bytes, element, implicit);
  }
}

function elementAt(bytes: DataView, at: number, implicit: boolean): Element {
  const tag = bytes.getUint16(at, true) * 0x10000 + bytes.getUint16(at + 2, true);
  if (implicit || tag >= ITEM) return { tag, length: bytes.getUint32(at + 4, true), at: at + 8 };
  const long = LONG.has(text(bytes, at + 4, 2));
  return long
    ? { tag, length: bytes.getUint32(at + 8, true), at: at + 12 }
    : { tag, length: bytes.getUint16(at + 6, true), at: at + 8 };
}

/** Where the next element begins; of a sequence without a length, behind its last item. */
function behind(bytes: DataView, { length, at }: Element, implicit: boolean): number {
  if (length !== UNDEFINED) return at + length;
  let here = at;
  for (;;) {
    const item = elementAt(bytes, here, implicit);
    if (item.tag === SEQUENCE_END || item.tag === ITEM_END) return item.at;
    here = behind(bytes, item, implicit);
  }
}

function text(bytes: DataView, at: number, length: number): string {
  if (at + length > bytes.byteLength) throw new RangeError("beyond the end");
  return String.fromCharCode(...new Uint8Array(bytes.buffer, at, length)).replace(/[\s\0]+$/, "");
}

/** Only what every character set writes alike can be compared here. */
function plain(id: string): string | null {
  const trimmed = id.trim();
  return /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(trimmed) ? trimmed : null;
}
