import { Refusal } from '../kit/http/refusal.ts';

/** The `Error` of the description; when it is used is not known (sheet 4). The texts are ours. */
export function fault(
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Refusal {
  return new Refusal(status, message, { code: status, message, description: '' }, headers);
}

/** Of customers, addresses and payments (sheet 4). `errors` is a path and what is wrong there. */
export function problem(errors: Readonly<Record<string, string>>): Refusal {
  const detail = 'Invalid data provided.';
  const type = 'https://www.w3.org/Protocols/rfc2616/rfc2616-sec10.html';
  return new Refusal(422, Object.values(errors).join(' '), {
    type,
    title: 'Invalid Request',
    detail,
    status: 422,
    errors,
  });
}

export function notFound(what: string): Refusal {
  return fault(404, `${what} not found`);
}

export function invalid(message: string): Refusal {
  return fault(422, message);
}
