import { describe, expect, it } from "vitest";
import { patientIdOf } from "@/core/upload/PatientIdOf";

const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
const short = (value: number) => [value & 0xff, value >> 8];
const long = (value: number) => [...short(value & 0xffff), ...short(value >>> 16)];
const tag = (group: number, element: number) => [...short(group), ...short(element)];
const padded = (text: string) => ascii(text.length % 2 ? `${text} ` : text);

const explicit = (group: number, element: number, vr: string, value: number[]) =>
  vr === "SQ"
    ? [...tag(group, element), ...ascii(vr), 0, 0, ...long(0xffffffff), ...value]
    : [...tag(group, element), ...ascii(vr), ...short(value.length), ...value];
const implicit = (group: number, element: number, value: number[]) => [
  ...tag(group, element),
  ...long(value.length),
  ...value,
];

function file(syntax: string, ...dataset: number[][]): Blob {
  const meta = explicit(0x0002, 0x0010, "UI", ascii(`${syntax}\0`));
  return new Blob([new Uint8Array([...Array<number>(128).fill(0), ...ascii("DICM"), ...meta, ...dataset.flat()])]);
}

const EXPLICIT = "1.2.840.10008.1.2.1";
const item = (...inside: number[]) => [
  ...tag(0xfffe, 0xe000),
  ...long(0xffffffff),
  ...inside,
  ...tag(0xfffe, 0xe00d),
  ...long(0),
];
const end = [...tag(0xfffe, 0xe0dd), ...long(0)];
const others = explicit(0x0008, 0x1140, "SQ", [...item(...explicit(0x0010, 0x0020, "LO", padded("WITHIN"))), ...end]);
const name = explicit(0x0010, 0x0010, "PN", padded("COMUNIX"));

describe("the patient of a file", () => {
  it("is read behind sequences, and not from within one", async () => {
    const id = explicit(0x0010, 0x0020, "LO", padded("IYET5.0"));
    expect(await patientIdOf(file(EXPLICIT, others, name, id))).toBe("IYET5.0");
  });

  it("is read where elements do not name their type", async () => {
    expect(await patientIdOf(file("1.2.840.10008.1.2", implicit(0x0010, 0x0020, padded("A 1"))))).toBe("A 1");
  });

  it.each([
    ["is not DICOM", new Blob(["%PDF-1.7 and so on"])],
    ["names none", file(EXPLICIT, name, explicit(0x0020, 0x000d, "UI", padded("1.2")))],
    ["is cut short", file(EXPLICIT, name, [...tag(0x0010, 0x0020), ...ascii("LO"), ...short(20), 65])],
    ["is deflated", file("1.2.840.10008.1.2.1.99", explicit(0x0010, 0x0020, "LO", padded("X1")))],
    ["has letters of some character set", file(EXPLICIT, explicit(0x0010, 0x0020, "LO", [0xd1, 0x31]))],
    ["leaves it empty", file(EXPLICIT, explicit(0x0010, 0x0020, "LO", []))],
  ])("is left to the server where the file %s", async (_, given) => {
    expect(await patientIdOf(given)).toBeNull();
  });
});
