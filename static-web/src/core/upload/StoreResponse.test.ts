import { describe, expect, it } from "vitest";
import { translatorFor } from "@/core/i18n/Translate";
import { failureText } from "@/core/upload/FailureText";
import { readStoreResponse } from "@/core/upload/StoreResponse";

const stored = { "00081199": { vr: "SQ", Value: [{ "00081155": { vr: "UI", Value: ["1.2.3"] } }] } };
const failed = (tag: string, item: object) => ({ [tag]: { vr: "SQ", Value: [item] } });

describe("the answer to a store request", () => {
  it("says that the file is stored", () => {
    expect(readStoreResponse(stored)).toEqual({ stored: true });
  });

  it("gives the archive's own sentence for a refused instance", () => {
    const item = { "00081197": { vr: "US", Value: [0x0124] }, "00000902": { vr: "LO", Value: ["Of another tenant."] } };
    expect(readStoreResponse(failed("00081198", item))).toEqual({
      stored: false,
      code: 0x0124,
      comment: "Of another tenant.",
    });
  });

  it("knows failures that belong to no instance, because the file was not DICOM", () => {
    const answer = failed("0008119A", { "00081197": { vr: "US", Value: [0xc000] } });
    expect(readStoreResponse(answer)).toEqual({ stored: false, code: 0xc000, comment: null });
  });

  it("finds a comment that stands beside the list", () => {
    const answer = { ...failed("00081198", {}), "00000902": { vr: "LO", Value: ["Disk full."] } };
    expect(readStoreResponse(answer)).toMatchObject({ comment: "Disk full." });
  });

  it("takes the list that some archives wrap it in", () => {
    expect(readStoreResponse([stored])).toEqual({ stored: true });
  });

  it.each([null, "", {}, [], { "00081199": { vr: "SQ" } }])("does not call %j stored", (answer) => {
    expect(readStoreResponse(answer)).toMatchObject({ stored: false });
  });
});

describe("a failure without a comment", () => {
  const t = translatorFor("en");

  it("is put into words", () => {
    expect(failureText(0xc000, t)).toBe("The archive could not read this as DICOM.");
    expect(failureText(0x0122, t)).toBe("The archive does not take this kind of DICOM object.");
    expect(failureText(0xa700, t)).toBe("The archive has no space left.");
  });

  it("names its code where nobody knows better", () => {
    expect(failureText(0x0110, t)).toBe("The archive gave no reason (code 0x0110).");
  });
});
