const SHORTEST = 4;
const LONGEST = 63;

/** What a name has to be, rule by rule; the server has the last word (shared/domain/organization_name.py). */
export interface NameVerdict {
  readonly long: boolean;
  readonly letters: boolean;
  readonly digit: boolean;
  readonly underscore: boolean;
}

export function judgeName(name: string): NameVerdict {
  const begun = name.length > 0;
  return {
    long: name.length >= SHORTEST && name.length <= LONGEST,
    letters: begun && !/[^a-z0-9_]/.test(name),
    digit: begun && !/^\d/.test(name),
    underscore: begun && !/^_|_$/.test(name),
  };
}

export function isName(name: string): boolean {
  return Object.values(judgeName(name)).every(Boolean);
}
