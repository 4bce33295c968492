import type { Document } from '../../../records/document.ts';
import { requireLengths } from '../../lengths.ts';
import type { OrderWork } from '../work.ts';

/**
 * Throws what the target knows of the document beforehand: that it would refuse it, make something else of it, or cut a text of it in
 * silence (`text_too_long`). Its customer and its articles may still be open: none of them is made, or brought, for what cannot be.
 */
export function requireFittingBody({ context, endpoints }: OrderWork, document: Document): void {
  const { api, connector } = context.target;
  const { lengths, toWire } = endpoints.target;
  requireLengths(toWire(document, api.account), { system: connector.name, lengths });
}
