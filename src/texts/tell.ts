import type { Params, Told } from './catalogue.ts';
import type { Texts } from './en.ts';

/** A code with its params, as it is stored. `told`: the sentences of rows from before codes had params. */
export interface Stored {
  readonly code: string;
  readonly params: Params;
  readonly told?: Told | undefined;
}

/** The sentences of a problem. A code that this catalogue does not know (of a later or earlier Koppel) is shown as it is. */
export function tellProblem({ code, params, told }: Stored, texts: Texts): Told {
  if (told !== undefined) return told;
  const sentence = Object.hasOwn(texts.problems, code)
    ? (texts.problems as unknown as Readonly<Record<string, (params: Params) => Told>>)[code]
    : undefined;
  const sentences = sentence?.(params) ?? { message: code, action: '' };
  return params.tried === undefined ? sentences : texts.gaveUp(sentences, Number(params.tried));
}

/** The half sentence of a reason; likewise. */
export function tellReason({ code, params }: Omit<Stored, 'told'>, texts: Texts): string {
  const sentence = Object.hasOwn(texts.reasons, code)
    ? (texts.reasons as unknown as Readonly<Record<string, (params: Params) => string>>)[code]
    : undefined;
  return sentence?.(params) ?? code;
}
