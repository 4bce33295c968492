/** The two schemas behind one API (sheet 1.1). Which others a server takes is not known: they are refused. */
import { fault } from '../refusal.ts';

const webshop = 'application/vnd.verto.webshop+json';
const salespos = 'application/vnd.verto.salespos+json';

/** Whether the till's schemas are asked for. A shop that is no till has none. */
export function asksForTill(request: Request, isTill: boolean): boolean {
  const accept = request.headers.get('Accept')?.split(';')[0]?.trim() ?? '';
  if (![webshop, salespos, 'application/json'].includes(accept) || (accept === salespos && !isTill)) {
    throw fault(406, 'This media type is not served');
  }
  return accept === salespos;
}
