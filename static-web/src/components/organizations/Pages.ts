export const LIST_PAGE = "/admin/organizations";
export const NEW_PAGE = `${LIST_PAGE}/new`;

export function editPage(name: string): string {
  return `${LIST_PAGE}/edit?name=${encodeURIComponent(name)}`;
}

/** The list, telling that one was added. */
export function addedPage(name: string): string {
  return `${LIST_PAGE}?added=${encodeURIComponent(name)}`;
}
