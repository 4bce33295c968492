import { Refusal } from '../kit/http/refusal.ts';

/** One thing that is wrong with a request. The keys stand in the order of the recorded bytes (sheet 3.2). */
export interface Detail {
  key: string;
  param?: string;
  message: string;
}

/** An answer in Jortt's error envelope (sheet 3.2). */
export function refusal(
  status: number,
  key: string,
  message: string,
  details: readonly Detail[] = [],
  headers: Readonly<Record<string, string>> = {},
): Refusal {
  const content = { error: { code: status, key, message, details } };
  return new Refusal(status, message, content, { 'Content-Type': 'application/json', ...headers });
}

export function invalidParams(details: readonly Detail[]): Refusal {
  const message = 'The parameters are invalid (either missing, not of the correct type or incorrect format).';
  return refusal(422, 'params.invalid', message, details);
}

export function isInvalid(param: string): Detail {
  return { key: 'is_invalid', param, message: 'is invalid' };
}

export function isMissing(param: string): Detail {
  return { key: 'is_missing', param, message: 'is missing' };
}

/** A business rule. The detail's key is a Ruby class name; but for `DirectDebit::NotEnabled` the names are ours. */
export function invalidOperation(key: string, message: string): Refusal {
  const text = 'The operation could not be executed on the resource.';
  return refusal(422, 'operation.invalid', text, [{ key, message }]);
}

/** Carries the year in its text (sheet 3.2). */
export function yearClosed(year: number): Refusal {
  return refusal(422, 'operation.year_closed', `The financial year ${year} is closed.`);
}

export function notFound(): Refusal {
  return refusal(404, 'resource.not_found', 'The resource could not be found.');
}
