/** Of a page of forms, in px: two columns of fields, and no more. */
export const FORM_WIDTH = 1080;
