import type { Params, Told } from './catalogue.ts';
import { en, type Texts } from './en.ts';

/** A code with its params, as it is stored. `told`: the sentences of rows from before codes had params. */
export interface Stored {
  readonly code: string;
  readonly params: Params;
  readonly told?: Told | undefined;
}

/** The sentences of a problem. A code that this catalogue does not know (of a later or earlier Koppel) is shown as it is. */
export function tellProblem({ code, params, told }: Stored, texts: Texts): Told {
  if (told !== undefined) return told;
  const { message, action } = said<Told>(texts.problems, code, params) ?? { message: code, action: '' };
  const sentences = { message, action: action ?? '' };
  if (Array.isArray(params?.circle)) return texts.inCircle(sentences, params.circle);
  return params?.tried === undefined ? sentences : texts.gaveUp(sentences, Number(params.tried));
}

/** The same in one line. */
export function sayProblem(problem: Stored, texts: Texts): string {
  const { message, action } = tellProblem(problem, texts);
  return `${message} ${action}`.trim();
}

/** The half sentence of a reason; likewise. */
export function tellReason({ code, params }: Omit<Stored, 'told'>, texts: Texts): string {
  return said<string>(texts.reasons, code, params) ?? code;
}

/** The sentences of a preview's note; likewise. */
export function tellNote({ code, params }: Omit<Stored, 'told'>, texts: Texts): string {
  return said<string>(texts.notes, code, params) ?? code;
}

/** Why a request cannot be met; null where this catalogue does not know. */
export function tellRequest({ code, params }: Omit<Stored, 'told'>, texts: Texts): string | null {
  return said<string>(texts.requests, code, params);
}

/** What is wrong with a field; follows its name. What this catalogue does not know is told as it came. */
export function tellIssue(
  { code, params, message }: Omit<Stored, 'told'> & { readonly message: string },
  texts: Texts,
): string {
  if (Object.hasOwn(texts.issues, code)) return texts.issues[code as keyof Texts['issues']];
  return said<string>(texts.corrections, code, params) ?? message;
}

/** Whether a schema's own message is a code of what is wrong with a field. */
export function isToldIssue(message: string): boolean {
  return Object.hasOwn(en.corrections, message) || Object.hasOwn(en.issues, message);
}

/** Null for a code that is not known, and for one that another Koppel stored with other params than its sentence needs. */
function said<Sentence>(sentences: object, code: string, params: Params): Sentence | null {
  if (!Object.hasOwn(sentences, code)) return null;
  const sentence = Reflect.get(sentences, code) as (params: Params) => Sentence;
  try {
    return sentence(params);
  } catch {
    return null;
  }
}
