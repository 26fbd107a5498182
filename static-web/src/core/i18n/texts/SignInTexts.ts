import { defineTexts } from "@/core/i18n/Messages";

export const signInTexts = defineTexts(
  {
    "signIn.title": "Sign In",
    "signIn.email": "Email",
    "signIn.password": "Password",
    "signIn.remember": "Remember me",
    "signIn.rememberHelp": "Only on a computer that nobody else uses.",
    "signIn.submit": "Sign In",
    "signIn.submitting": "Signing in",
    "signIn.refused": "The e-mail address or the password is not right.",
    "signIn.emailMissing": "Enter your e-mail address.",
    "signIn.passwordMissing": "Enter your password.",
    "signIn.showPassword": "Show what is typed",
    "signIn.hidePassword": "Hide what is typed",
    "signIn.tagline": "From the PACS to the signed report, in one place.",
    "signIn.notice":
      "Not for primary diagnosis. AI findings come from demonstration models trained on synthetic data: a radiologist decides each one.",
  },
  {
    "signIn.title": "Iniciar sesión",
    "signIn.email": "Correo electrónico",
    "signIn.password": "Contraseña",
    "signIn.remember": "Recordarme",
    "signIn.rememberHelp": "Solo en un ordenador que nadie más utilice.",
    "signIn.submit": "Iniciar sesión",
    "signIn.submitting": "Iniciando sesión",
    "signIn.refused": "El correo electrónico o la contraseña no son correctos.",
    "signIn.emailMissing": "Escriba su correo electrónico.",
    "signIn.passwordMissing": "Escriba su contraseña.",
    "signIn.showPassword": "Mostrar lo escrito",
    "signIn.hidePassword": "Ocultar lo escrito",
    "signIn.tagline": "Del PACS al informe firmado, en un solo lugar.",
    "signIn.notice":
      "No destinado al diagnóstico primario. Los hallazgos de IA proceden de modelos de demostración entrenados con datos sintéticos: un radiólogo decide sobre cada uno.",
  },
);
