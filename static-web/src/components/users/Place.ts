/** The organization whose people are shown. */
export interface Place {
  readonly id: string;
  readonly name: string;
}
