/** Do something, then tell it and look again; a refusal is told as well. */
export type CarryOut = (act: () => Promise<unknown>, done: string) => void;
