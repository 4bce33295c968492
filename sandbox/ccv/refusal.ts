import { Refusal } from '../kit/http/refusal.ts';

/** The error of CCV (sheet 4.1). The texts are ours; without a code where none is known. */
export function fault(status: number, developermessage: string, code?: string): Refusal {
  const named = code === undefined ? {} : { code };
  return new Refusal(status, developermessage, { status, ...named, developermessage });
}

/** Codes of the table begin with their status: `500.40` is a 500, although the caller is wrong. */
export function coded(code: string, developermessage: string): Refusal {
  return fault(Number(code.slice(0, 3)), developermessage, code);
}

/** A body or a parameter that cannot be used. Which status that has is not known. */
export function invalid(developermessage: string): Refusal {
  return fault(400, developermessage);
}

export function notFound(what: string): Refusal {
  return fault(404, `${what} not found`);
}
