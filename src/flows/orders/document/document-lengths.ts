import type { Document } from '../../../records/document.ts';
import { requireLengths } from '../../lengths.ts';
import type { OrderWork } from '../work.ts';

/** Throws `text_too_long` where the target would cut a text of the document in silence. */
export function requireDocumentLengths({ context, endpoints }: OrderWork, document: Document): void {
  const { lengths } = endpoints.target;
  if (lengths === undefined) return;
  const { api, connector } = context.target;
  requireLengths(endpoints.target.toWire(document, api.account), { system: connector.name, lengths });
}
