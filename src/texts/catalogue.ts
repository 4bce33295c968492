/** What a sentence is made of: ids, codes, amounts, numbers, field names. Never names of people, addresses or texts of a record. */
export type Param = string | number | boolean | readonly string[];
export type Params = Readonly<Record<string, Param>>;

/** A problem as people read it: what happened, and what to do next. */
export interface Told {
  readonly message: string;
  readonly action: string;
}

/** Sentences by code; each takes the params that are stored with the code. */
export type Sentences<Sentence> = Readonly<Record<string, (params: never) => Sentence>>;

/** The params that a code is stored with. */
export type ParamsOf<Texts extends Sentences<unknown>, Code extends keyof Texts> =
  Parameters<Texts[Code]> extends [] ? Readonly<Record<string, never>> : Parameters<Texts[Code]>[0];
