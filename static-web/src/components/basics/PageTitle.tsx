/** The title of the browser's tab. React lifts it into the head; there is no other. */
export function PageTitle({ title }: { title: string }) {
  return <title>{`${title} · imagini`}</title>;
}
