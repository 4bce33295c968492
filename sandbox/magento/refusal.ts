import { jsonAnswer, Refusal as RefusalOf } from '../kit/http/refusal.ts';
import type { Json } from '../kit/json.ts';
import { inDutch } from './dutch-texts.ts';

export type Parameters = readonly Json[] | Readonly<Record<string, Json>>;

export interface Problem {
  readonly message: string;
  readonly parameters?: Parameters | undefined;
}

interface Said extends Problem {
  readonly errors: readonly Problem[];
}

interface Manner {
  /** Error texts are in the language of the scope (sheet 1.1). */
  readonly language: 'en' | 'nl';
  readonly developerMode: boolean;
}

export class Refusal extends RefusalOf<Said> {}

export function refusal(
  status: number,
  message: string,
  parameters?: Parameters,
  errors: readonly Problem[] = [],
): Refusal {
  return new Refusal(status, message, { message, parameters, errors });
}

/** Magento's error form (sheet 5.1): the placeholders stay in the text. */
export function errorAnswer({ status, content }: Refusal, { language, developerMode }: Manner): Response {
  const said = ({ message, parameters }: Problem) => ({
    message: language === 'nl' ? inDutch(message) : message,
    ...(parameters === undefined ? {} : { parameters }),
  });
  const body = {
    ...said(content),
    ...(content.errors.length === 0 ? {} : { errors: content.errors.map(said) }),
    ...(developerMode ? { trace: '#0 vendor/magento/module-webapi/Controller/Rest.php: dispatch()' } : {}),
  };
  return jsonAnswer(body, status);
}

/** The text with its parameters in their places, as logs have it. */
export function filledIn({ message, parameters = [] }: Problem): string {
  const values: Readonly<Record<string, unknown>> = { ...parameters };
  return message.replace(/%(\w+)/g, (place, name: string) => {
    const value = values[/^\d+$/.test(name) ? String(Number(name) - 1) : name];
    return value === undefined ? place : String(value);
  });
}

/** For a caller without credentials, and for one that may not: the same words (sheet 2.1). */
export function notAuthorized(resource: string): Refusal {
  return refusal(401, "The consumer isn't authorized to access %resources.", { resources: resource });
}

export function noRoute(): Refusal {
  return refusal(404, 'Request does not match any route.');
}

export function required(...names: string[]): Refusal {
  const text = '"%fieldName" is required. Enter and try again.';
  const [first = '', ...others] = names;
  if (others.length === 0) return refusal(400, text, { fieldName: first });
  return severalProblems(names.map((fieldName) => ({ message: text, parameters: { fieldName } })));
}

export function severalProblems(errors: readonly Problem[]): Refusal {
  return refusal(400, 'One or more input exceptions have occurred.', undefined, errors);
}

/** Throws a `Refusal` that names the missing fields, if any are missing. */
export function requireFields(
  given: Readonly<Record<string, unknown>>,
  names: readonly string[],
  isMissing: (value: unknown) => boolean = (value) => value === undefined,
): void {
  const missing = names.filter((name) => isMissing(given[name]));
  if (missing.length > 0) throw required(...missing);
}

/** Of orders, invoices, shipments and credit memos (sheet 5.2). */
export function noEntity(): Refusal {
  return refusal(404, "The entity that was requested doesn't exist. Verify the entity and try again.");
}

export function noSuchEntity(fieldName: string, fieldValue: Json): Refusal {
  return refusal(404, 'No such entity with %fieldName = %fieldValue', { fieldName, fieldValue });
}

/** More in one array of objects than the shop takes (sheet 6). */
export function maximumItems(type: string, max: number): Refusal {
  return refusal(400, 'Maximum items of type "%type" is %max', { type, max });
}

export function noSuchPicture(): Refusal {
  return refusal(404, 'No image with the provided ID was found. Verify the ID and try again.');
}

export function invalidType(field: string, value: Json, type: string): Refusal {
  const shown = typeof value === 'object' && value !== null ? 'array' : String(value);
  const text = `Error occurred during "${field}" processing. The "${shown}" value's type is invalid. The "${type}" type was expected. Verify and try again.`;
  return refusal(400, text);
}

/** The message of a document validator: one reason per line, with its placeholders filled in (sheet 8.1). */
export function invalidDocument(
  kind: 'Invoice' | 'Creditmemo' | 'Shipment',
  reasons: readonly string[],
): Refusal {
  return refusal(400, [`${kind} Document Validation Error(s):`, ...reasons].join('\n'));
}

export function internalError(report: string): Refusal {
  const text = `Internal Error. Details are available in Magento log file. Report ID: webapi-${report}`;
  return refusal(500, text);
}

/** Proxies and maintenance mode answer in HTML (sheet 5.1). */
export function htmlPage(status: number, title: string, headers: Record<string, string> = {}): Response {
  const page = `<!doctype html><html><head><title>${status} ${title}</title></head><body><h1>${title}</h1></body></html>`;
  return new Response(page, { status, headers: { 'Content-Type': 'text/html; charset=UTF-8', ...headers } });
}
