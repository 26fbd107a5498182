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
    "refused.code-wrong": "The code is not right, or has been used. Wait for the next one.",
    "refused.password-wrong": "The current password is not right.",
    "refused.password-short": "A password has at least 15 characters. A few words in a row are easy to keep.",
    "refused.password-long": "A password has at most 128 characters.",
    "refused.password-common": "This password is one of those that are tried first. Please choose another.",
    "refused.password-own": "A password is not made of your name or e-mail address. Please choose another.",
    "refused.second-factor-needed":
      "Your organization asks its administrators for a second factor. Set yours up first.",
    "refused.suspended": "This organization is suspended.",
  },
  {
    "refused.already-invited": "Esta persona ya está invitada. En Invitaciones puede volver a enviar la invitación.",
    "refused.already-member": "Esta persona ya pertenece a la organización.",
    "refused.deactivated": "Su cuenta está desactivada. Diríjase a un administrador de su organización.",
    "refused.last-admin": "Una organización conserva al menos un administrador. Nombre antes a otro.",
    "refused.own-account": "No puede desactivar su propia cuenta.",
    "refused.code-wrong": "El código no es correcto o ya se ha usado. Espere al siguiente.",
    "refused.password-wrong": "La contraseña actual no es correcta.",
    "refused.password-short":
      "Una contraseña tiene al menos 15 caracteres. Unas cuantas palabras seguidas se recuerdan bien.",
    "refused.password-long": "Una contraseña tiene como máximo 128 caracteres.",
    "refused.password-common": "Esta contraseña es una de las que se prueban primero. Elija otra.",
    "refused.password-own": "Una contraseña no se compone de su nombre ni de su correo. Elija otra.",
    "refused.second-factor-needed":
      "Su organización exige a sus administradores un segundo factor. Configure antes el suyo.",
    "refused.suspended": "Esta organización está suspendida.",
  },
);
