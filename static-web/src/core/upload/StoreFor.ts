import { patientIdOf } from "@/core/upload/PatientIdOf";
import { storeFile, type StoreFile } from "@/core/upload/StoreFile";

/**
 * Sends files that are begun from a patient's page, and holds back those that name another patient. Whose a file is
 * decides what it says: the server stores it there, wherever it was sent from, so such a file would land elsewhere.
 */
export function storeFor(mrn: string, store: StoreFile = storeFile): StoreFile {
  return async (file, onProgress, signal) => {
    const patient = await patientIdOf(file);
    return patient === null || patient === mrn ? store(file, onProgress, signal) : { stored: false, patient };
  };
}
