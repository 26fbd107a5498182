import { defineTexts } from "@/core/i18n/Messages";

/** What the server refuses, by its reason; what has no reason here is said in the server's own words. */
export const refusalTexts = defineTexts(
  {
    "refused.already-invited":
      "This person has been invited already. Under Invitations you can send the invitation again.",
    "refused.already-member": "This person belongs to the organization already.",
    "refused.deactivated": "Your account is deactivated. Ask an administrator of your organization.",
    "refused.last-admin": "An organization keeps at least one administrator. Name another one first.",
    "refused.own-account": "You cannot deactivate your own account.",
    "refused.suspended": "This organization is suspended.",
  },
  {
    "refused.already-invited": "Esta persona ya está invitada. En Invitaciones puede volver a enviar la invitación.",
    "refused.already-member": "Esta persona ya pertenece a la organización.",
    "refused.deactivated": "Su cuenta está desactivada. Diríjase a un administrador de su organización.",
    "refused.last-admin": "Una organización conserva al menos un administrador. Nombre antes a otro.",
    "refused.own-account": "No puede desactivar su propia cuenta.",
    "refused.suspended": "Esta organización está suspendida.",
  },
);
