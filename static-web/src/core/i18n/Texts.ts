import { accountTexts } from "@/core/i18n/texts/AccountTexts";
import { auditTexts } from "@/core/i18n/texts/AuditTexts";
import { checkTexts } from "@/core/i18n/texts/CheckTexts";
import { clientsTexts } from "@/core/i18n/texts/ClientsTexts";
import { emergencyTexts } from "@/core/i18n/texts/EmergencyTexts";
import { findingsTexts } from "@/core/i18n/texts/FindingsTexts";
import { labelTexts } from "@/core/i18n/texts/LabelTexts";
import { measurementsTexts } from "@/core/i18n/texts/MeasurementsTexts";
import { organizationsTexts } from "@/core/i18n/texts/OrganizationsTexts";
import { patientTexts } from "@/core/i18n/texts/PatientTexts";
import { profileTexts } from "@/core/i18n/texts/ProfileTexts";
import { refusalTexts } from "@/core/i18n/texts/RefusalTexts";
import { reportTexts } from "@/core/i18n/texts/ReportTexts";
import { settingsTexts } from "@/core/i18n/texts/SettingsTexts";
import { shellTexts } from "@/core/i18n/texts/ShellTexts";
import { signInTexts } from "@/core/i18n/texts/SignInTexts";
import { sourceTexts } from "@/core/i18n/texts/SourceTexts";
import { patientsTexts } from "@/core/i18n/texts/PatientsTexts";
import { systemTexts } from "@/core/i18n/texts/SystemTexts";
import { tableTexts } from "@/core/i18n/texts/TableTexts";
import { uploadTexts } from "@/core/i18n/texts/UploadTexts";
import { usersTexts } from "@/core/i18n/texts/UsersTexts";
import { worklistTexts } from "@/core/i18n/texts/WorklistTexts";

const en = {
  ...shellTexts.en,
  ...signInTexts.en,
  ...accountTexts.en,
  ...worklistTexts.en,
  ...patientTexts.en,
  ...measurementsTexts.en,
  ...findingsTexts.en,
  ...labelTexts.en,
  ...reportTexts.en,
  ...refusalTexts.en,
  ...patientsTexts.en,
  ...systemTexts.en,
  ...tableTexts.en,
  ...uploadTexts.en,
  ...usersTexts.en,
  ...organizationsTexts.en,
  ...settingsTexts.en,
  ...sourceTexts.en,
  ...checkTexts.en,
  ...clientsTexts.en,
  ...profileTexts.en,
  ...auditTexts.en,
  ...emergencyTexts.en,
};

export type Texts = typeof en;
export type TextKey = keyof Texts;

const es: Record<TextKey, Texts[TextKey] | string | { one: string; other: string }> = {
  ...shellTexts.es,
  ...signInTexts.es,
  ...accountTexts.es,
  ...worklistTexts.es,
  ...patientTexts.es,
  ...measurementsTexts.es,
  ...findingsTexts.es,
  ...labelTexts.es,
  ...reportTexts.es,
  ...refusalTexts.es,
  ...patientsTexts.es,
  ...systemTexts.es,
  ...tableTexts.es,
  ...uploadTexts.es,
  ...usersTexts.es,
  ...organizationsTexts.es,
  ...settingsTexts.es,
  ...sourceTexts.es,
  ...checkTexts.es,
  ...clientsTexts.es,
  ...profileTexts.es,
  ...auditTexts.es,
  ...emergencyTexts.es,
};

export const texts = { en, es } as const;
