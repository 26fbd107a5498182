/** Four squares, in the colour of the text. */
export function MicrosoftMark() {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" fill="currentColor" aria-hidden>
      <path d="M0 0h6.5v6.5H0zM7.5 0H14v6.5H7.5zM0 7.5h6.5V14H0zM7.5 7.5H14V14H7.5z" />
    </svg>
  );
}
