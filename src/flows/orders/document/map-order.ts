import { z } from 'zod';
import type { DocumentTarget } from '../../../connectors/contract/target.ts';
import { mapFields } from '../../../mapping/fields.ts';
import type { Order } from '../../../records/order.ts';
import { withinLength } from '../../../records/reference.ts';
import type { FlowContext } from '../../contract.ts';
import type { OrdersSettings } from '../settings.ts';

/** Fields of a document's line that a mapping may fill in. */
export const lineFields = z.object({ description: z.string() }).partial();

type Mapped = Pick<FlowContext<OrdersSettings>, 'settings' | 'mapping'>;

/** What the mapping and the constants make of an order. */
export interface MappedOrder {
  readonly reference: string;
  /** The target's own fields of the document, without the reference. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** One for each line of the order; the line's own name where there is no mapping for it. */
  readonly descriptions: readonly string[];
}

/**
 * What finds the document: the order's number as customers see it, unless a mapping says otherwise, shortened where the
 * target has no room for it. No other expression is evaluated: a document that was begun is found whatever has become of the
 * rest of the mapping. Throws `mapping_failed`.
 */
export async function mapReference(
  { settings, mapping }: Mapped,
  target: DocumentTarget,
  order: Order,
): Promise<string> {
  const [own] = referenceApart(mapping);
  const [constant] = referenceApart(settings.fixed);
  const { reference } = await mapFields('', target.fields, own, constant, { order });
  return writtenReference(target, order, reference);
}

/** `given`: by a mapping or a constant; the number takes the place of a blank one, and of what is no text. */
export function writtenReference(target: DocumentTarget, order: Order, given: unknown): Promise<string> {
  const wanted = typeof given === 'string' && given.trim() !== '' ? given : order.number;
  return withinLength(wanted, target.referenceLength);
}

/** Evaluates the other expressions of the document and its lines, each once. Throws `mapping_failed`. */
export async function mapOrder(
  { settings, mapping }: Mapped,
  target: DocumentTarget,
  order: Order,
  reference: string,
): Promise<MappedOrder> {
  const [, others] = referenceApart(mapping);
  const [, constants] = referenceApart(settings.fixed);
  const fields = await mapFields('', target.fields, others, constants, { order });
  const lines = await Promise.all(
    order.lines.map((line) => mapFields('line', lineFields, mapping, settings.fixed, { order, line })),
  );
  return {
    reference,
    fields,
    descriptions: order.lines.map(({ name }, index) => {
      const description = lines[index]?.description;
      return typeof description === 'string' ? description : name;
    }),
  };
}

function referenceApart<Value>({ reference, ...others }: Readonly<Record<string, Value>>) {
  const own: Record<string, Value> = reference === undefined ? {} : { reference };
  return [own, others] as const;
}

/** Describes the order without any mapping. */
export function unmapped({ number, lines }: Order): MappedOrder {
  return { reference: number, fields: {}, descriptions: lines.map(({ name }) => name) };
}
