/** What is the trouble with a PACS while people work; the connection check has its own, by code. */
export const pacsSentences: Readonly<Record<string, string>> = {
  "The address of the PACS has to be a URL that begins with https:// or http://.":
    "La dirección del PACS debe ser una URL que empiece por https:// o http://.",
  "The address of the PACS must hold no user name, no question mark and no #.":
    "La dirección del PACS no debe llevar nombre de usuario, signo de interrogación ni #.",
  "The address of the PACS holds letters that its path cannot have.":
    "La ruta de la dirección del PACS contiene caracteres que no puede tener.",
  "The PACS cannot be reached: nothing is known under the name {value}.":
    "No se puede llegar al PACS: no se conoce nada con el nombre {value}.",
  "The address of the PACS leads to a place where no PACS can be.":
    "La dirección del PACS lleva a un lugar donde no puede haber un PACS.",
  "The address of the PACS is a private one. Whoever operates imagini has to allow its network (IMAGINI_PACS_NETWORKS).":
    "La dirección del PACS es privada. Quien administra imagini debe permitir su red (IMAGINI_PACS_NETWORKS).",
  "On the internet a PACS is called at one of the ports {value}. Whoever operates imagini can allow its address with any port (IMAGINI_PACS_NETWORKS).":
    "En internet, a un PACS se le llama por uno de los puertos {value}. Quien administra imagini puede permitir otro (IMAGINI_PACS_NETWORKS).",
  "The address of the PACS has to begin with https://, so that nobody reads along on the way.":
    "La dirección del PACS debe empezar por https://, para que nadie lea por el camino.",
  "The PACS cannot be reached: nothing answers at its address.":
    "No se puede llegar al PACS: nada responde en su dirección.",
  "The PACS did not answer within {value} s.": "El PACS no respondió en {value} s.",
  "The certificate of the PACS is not trusted, or it does not speak https.":
    "El certificado del PACS no es de confianza, o no habla https.",
  "The connection to the PACS broke.": "La conexión con el PACS se cortó.",
  "The PACS broke off in the middle of its answer: it is incomplete.":
    "El PACS se interrumpió a mitad de la respuesta: está incompleta.",
  "The PACS sent more than imagini can take at once.": "El PACS envió más de lo que imagini puede recibir de una vez.",
  "The password or token of the PACS is missing: enter it in the settings again.":
    "Falta la contraseña o el token del PACS: introdúzcalo de nuevo en los ajustes.",
  "The token of the PACS holds letters that no token has.":
    "El token del PACS contiene caracteres que ningún token tiene.",
  "The PACS refused imagini's user name, password or token.":
    "El PACS rechazó el nombre de usuario, la contraseña o el token de imagini.",
  "The PACS asks for a user name and password, or for a token.":
    "El PACS pide un nombre de usuario y una contraseña, o un token.",
  "imagini may not call the server that gives the tokens. {why}":
    "imagini no puede llamar al servidor que da los tokens. {why}",
  "The server that gives the tokens did not answer.": "El servidor que da los tokens no respondió.",
  "The server that gives the tokens refused imagini's client id or secret.":
    "El servidor que da los tokens rechazó el identificador o el secreto del cliente de imagini.",
  "The server that gives the tokens answered with something that is no token.":
    "El servidor que da los tokens respondió con algo que no es un token.",
  "imagini has no managed identity here that could open the PACS.":
    "imagini no tiene aquí una identidad administrada que pueda abrir el PACS.",
  "imagini's managed identity is shown to Azure Health Data Services only.":
    "La identidad administrada de imagini solo se muestra a Azure Health Data Services.",
  "Something answers at the address of the PACS, but it does not speak DICOMweb.":
    "Algo responde en la dirección del PACS, pero no habla DICOMweb.",
  "The PACS has no such images.": "El PACS no tiene esas imágenes.",
  "The PACS answers with a redirection, which imagini does not follow.":
    "El PACS responde con una redirección, que imagini no sigue.",
  "The PACS is busy.": "El PACS está ocupado.",
  "The PACS failed to answer (HTTP {value}).": "El PACS no pudo responder (HTTP {value}).",
};
