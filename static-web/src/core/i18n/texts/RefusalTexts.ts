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
    "refused.identity-elsewhere": "Your account is linked with another Microsoft account.",
    "refused.last-way-in": "This is the only way you can sign in. Link another Microsoft account first.",
    "refused.microsoft-cancelled": "You have not signed in with Microsoft.",
    "refused.microsoft-expired": "That took too long, or you were signed out meanwhile. Please try again.",
    "refused.microsoft-failed": "Microsoft has not signed you in. Please try again.",
    "refused.microsoft-taken": "This Microsoft account belongs to another account here.",
    "refused.microsoft-tenant": "Your organization does not allow Microsoft accounts of this tenant.",
    "refused.microsoft-unavailable": "Microsoft does not answer. Please try again, or sign in with your password.",
    "refused.microsoft-unknown":
      "No account here belongs to this Microsoft account. Sign in with your password and link it in your profile, or open your invitation.",
    "refused.account-exists": "You have an account already. Sign in, and open the link again.",
    "refused.invitation-of-other": "This invitation is for somebody else.",
    "refused.invitation-expired": "This invitation has expired. Ask for a new one.",
    "refused.password-wrong": "The current password is not right.",
    "refused.password-short": "A password has at least 15 characters. A few words in a row are easy to keep.",
    "refused.password-long": "A password has at most 128 characters.",
    "refused.password-common": "This password is one of those that are tried first. Please choose another.",
    "refused.password-own": "A password is not made of your name or e-mail address. Please choose another.",
    "refused.second-factor-needed":
      "Your organization asks its administrators for a second factor. Set yours up first.",
    "refused.suspended": "This organization is suspended.",
    "refused.name-taken": "There is an organization of this name already.",
  },
  {
    "refused.already-invited": "Esta persona ya está invitada. En Invitaciones puede volver a enviar la invitación.",
    "refused.already-member": "Esta persona ya pertenece a la organización.",
    "refused.deactivated": "Su cuenta está desactivada. Diríjase a un administrador de su organización.",
    "refused.last-admin": "Una organización conserva al menos un administrador. Nombre antes a otro.",
    "refused.own-account": "No puede desactivar su propia cuenta.",
    "refused.code-wrong": "El código no es correcto o ya se ha usado. Espere al siguiente.",
    "refused.identity-elsewhere": "Su cuenta está vinculada con otra cuenta de Microsoft.",
    "refused.last-way-in": "Es la única forma en que puede iniciar sesión. Vincule antes otra cuenta de Microsoft.",
    "refused.microsoft-cancelled": "No ha iniciado sesión con Microsoft.",
    "refused.microsoft-expired": "Ha tardado demasiado o su sesión se cerró entretanto. Inténtelo de nuevo.",
    "refused.microsoft-failed": "Microsoft no ha iniciado su sesión. Inténtelo de nuevo.",
    "refused.microsoft-taken": "Esta cuenta de Microsoft pertenece a otra cuenta de aquí.",
    "refused.microsoft-tenant": "Su organización no admite cuentas de Microsoft de este inquilino.",
    "refused.microsoft-unavailable": "Microsoft no responde. Inténtelo de nuevo o use su contraseña.",
    "refused.microsoft-unknown":
      "Ninguna cuenta de aquí pertenece a esta cuenta de Microsoft. Inicie sesión con su contraseña y vincúlela en su perfil, o abra su invitación.",
    "refused.account-exists": "Ya tiene una cuenta. Inicie sesión y abra el enlace de nuevo.",
    "refused.invitation-of-other": "Esta invitación es para otra persona.",
    "refused.invitation-expired": "Esta invitación ha caducado. Pida otra.",
    "refused.password-wrong": "La contraseña actual no es correcta.",
    "refused.password-short":
      "Una contraseña tiene al menos 15 caracteres. Unas cuantas palabras seguidas se recuerdan bien.",
    "refused.password-long": "Una contraseña tiene como máximo 128 caracteres.",
    "refused.password-common": "Esta contraseña es una de las que se prueban primero. Elija otra.",
    "refused.password-own": "Una contraseña no se compone de su nombre ni de su correo. Elija otra.",
    "refused.second-factor-needed":
      "Su organización exige a sus administradores un segundo factor. Configure antes el suyo.",
    "refused.suspended": "Esta organización está suspendida.",
    "refused.name-taken": "Ya existe una organización con este nombre.",
  },
);
