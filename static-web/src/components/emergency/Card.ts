/** How both states of the page are framed. */
export const card = {
  display: "grid",
  gap: 2,
  maxWidth: 640,
  p: 3,
  border: 1,
  borderColor: "divider",
  borderRadius: 1,
  bgcolor: "background.paper",
} as const;
