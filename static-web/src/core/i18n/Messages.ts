/** A text, or its singular and plural; {name} marks a value to fill in. */
export type Plural = { readonly one: string; readonly other: string };
export type Message = string | Plural;
export type Catalogue = Readonly<Record<string, Message>>;

type Translation<E extends Catalogue> = {
  readonly [K in keyof E]: E[K] extends string ? string : Plural;
};

/** English beside Spanish: a key missing on either side does not compile. */
export function defineTexts<const E extends Catalogue>(en: E, es: Translation<E>): { en: E; es: Translation<E> } {
  return { en, es };
}

type NamesIn<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;
type AllNames<M> = M extends string ? NamesIn<M> : M extends Plural ? NamesIn<M["one"] | M["other"]> | "count" : never;

/** The values that a message needs, by name. */
export type Values<M> = { readonly [N in AllNames<M>]: string | number };
export type Arguments<M> = [AllNames<M>] extends [never] ? [] : [values: Values<M>];
