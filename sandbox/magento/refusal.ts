import type { Json } from '../json.ts';
import { inDutch } from './dutch-texts.ts';

export type Parameters = readonly Json[] | Readonly<Record<string, Json>>;

interface Problem {
  readonly message: string;
  readonly parameters?: Parameters | undefined;
}

export interface Manner {
  /** Error texts are in the language of the scope (sheet 1.1). */
  readonly language: 'en' | 'nl';
  readonly developerMode: boolean;
}

/** An answer in Magento's error form (sheet 5.1): the placeholders stay in the text. */
export class Refusal extends Error {
  readonly status: number;
  readonly parameters: Parameters | undefined;
  readonly errors: readonly Problem[];

  constructor(status: number, message: string, parameters?: Parameters, errors: readonly Problem[] = []) {
    super(message);
    this.status = status;
    this.parameters = parameters;
    this.errors = errors;
  }

  toResponse({ language, developerMode }: Manner): Response {
    const said = ({ message, parameters }: Problem) => ({
      message: language === 'nl' ? inDutch(message) : message,
      ...(parameters === undefined ? {} : { parameters }),
    });
    const body = {
      ...said(this),
      ...(this.errors.length === 0 ? {} : { errors: this.errors.map(said) }),
      ...(developerMode ? { trace: '#0 vendor/magento/module-webapi/Controller/Rest.php: dispatch()' } : {}),
    };
    return jsonAnswer(body, this.status);
  }
}

export function jsonAnswer(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
}

/** For whoever is nobody, and for whoever may not: the same words (sheet 2.1). */
export function notAuthorized(resource: string): Refusal {
  return new Refusal(401, "The consumer isn't authorized to access %resources.", { resources: resource });
}

export function noRoute(): Refusal {
  return new Refusal(404, 'Request does not match any route.');
}

export function required(...names: string[]): Refusal {
  const text = '"%fieldName" is required. Enter and try again.';
  const [first = '', ...others] = names;
  if (others.length === 0) return new Refusal(400, text, { fieldName: first });
  const errors = names.map((fieldName) => ({ message: text, parameters: { fieldName } }));
  return new Refusal(400, 'One or more input exceptions have occurred.', undefined, errors);
}

/** Of orders, invoices, shipments and credit memos (sheet 5.2). */
export function noEntity(): Refusal {
  return new Refusal(404, "The entity that was requested doesn't exist. Verify the entity and try again.");
}

export function noSuchEntity(fieldName: string, fieldValue: Json): Refusal {
  return new Refusal(404, 'No such entity with %fieldName = %fieldValue', { fieldName, fieldValue });
}

export function invalidType(field: string, value: Json, type: string): Refusal {
  const shown = typeof value === 'object' && value !== null ? 'array' : String(value);
  const text = `Error occurred during "${field}" processing. The "${shown}" value's type is invalid. The "${type}" type was expected. Verify and try again.`;
  return new Refusal(400, text);
}

/** What a validator of documents says: a reason a line, already filled in (sheet 8.1). */
export function invalidDocument(
  kind: 'Invoice' | 'Creditmemo' | 'Shipment',
  reasons: readonly string[],
): Refusal {
  return new Refusal(400, [`${kind} Document Validation Error(s):`, ...reasons].join('\n'));
}

export function internalError(report: string): Refusal {
  const text = `Internal Error. Details are available in Magento log file. Report ID: webapi-${report}`;
  return new Refusal(500, text);
}
