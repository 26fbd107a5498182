/** What is wrong with one field: rules of the domain, and what pydantic says of a shape. */
export const fieldSentences: Readonly<Record<string, string>> = {
  "A name has at least {count} characters.": "Un nombre tiene al menos {count} caracteres.",
  "A name has at most {count} characters.": "Un nombre tiene como máximo {count} caracteres.",
  "A name has no capital letters.": "Un nombre no tiene mayúsculas.",
  "A name does not begin with a digit.": "Un nombre no empieza por una cifra.",
  "A name neither begins nor ends with an underscore.": "Un nombre no empieza ni termina por un guion bajo.",
  "A name is made of the letters a to z, digits and underscores.":
    "Un nombre se compone de letras de la a a la z, cifras y guiones bajos.",
  "A section of the template has at most {count} characters.":
    "Un apartado de la plantilla tiene como máximo {count} caracteres.",
  "Say why in at least {count} characters.": "Indique el motivo con al menos {count} caracteres.",
  "This is not an e-mail address.": "No es una dirección de correo electrónico.",
  "Two labels of the model have the same name.": "Dos etiquetas del modelo tienen el mismo nombre.",
  "Field required.": "Este dato es necesario.",
  "String should have at least {count} character.": "Escriba al menos {count} carácter.",
  "String should have at least {count} characters.": "Escriba al menos {count} caracteres.",
  "String should have at most {count} characters.": "Escriba como máximo {count} caracteres.",
  "Input should be greater than or equal to {least}.": "El valor más bajo es {least}.",
  "Input should be less than or equal to {most}.": "El valor más alto es {most}.",
};
