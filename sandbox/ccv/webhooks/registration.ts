/**
 * Webhooks as they are registered (sheets 8.1, 8.2). Taken for strict: an event that the sheet does not know is refused, as is
 * an address that is not https, unless it lies on this machine; the same event and address a second time is 500.40.
 */
import { together } from '../../kit/fields/shape.ts';
import { type JsonObject, textIn } from '../../kit/json.ts';
import { textOf } from '../../kit/random.ts';
import { wholeSecond } from '../../kit/time/timestamps.ts';
import { type Call, idIn, objectIn, on, type Routes } from '../call/call.ts';
import { type FieldKind, flag, readBodyFields, text } from '../call/fields.ts';
import { pagedList } from '../call/lists.ts';
import { coded, invalid, notFound } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { utc } from '../times.ts';

export interface Registration {
  readonly id: number;
  readonly createdAt: number;
  readonly event: string;
  readonly address: string;
  readonly key: string;
  /** Of the API key that it was made with: it is seen and told by that key only (inferred). */
  readonly credentialId: number;
  readonly isActive: boolean;
}

const events: readonly string[] = [
  'orders.created',
  'orders.updated.ispaid',
  'orders.updated.status',
  'orders.updated.trackandtrace',
  'orders.deleted',
  'invoices.updated.status',
  ...['products', 'returns', 'categories'].flatMap((each) =>
    ['created', 'updated', 'deleted'].map((word) => `${each}.${word}`),
  ),
];

const changed = together<FieldKind>(text('address'), flag('is_active'));
const created = together<FieldKind>(changed, text('event'));
const keyLetters = 'abcdefghijklmnopqrstuvwxyz0123456789';

export function webhookEndpoints(shop: Shop): Routes {
  const find = (call: Call): Registration => {
    const registration = shop.registrations.get(idIn(call));
    if (registration?.credentialId !== call.credentialId) throw notFound('webhooks');
    return registration;
  };
  const show = (registration: Registration, { links }: Call): JsonObject => ({
    href: links.self('webhooks', registration.id),
    id: registration.id,
    createdate: utc(registration.createdAt),
    event: registration.event,
    address: registration.address,
    key: registration.key,
    is_active: registration.isActive,
    parent: links.ref('webhooks'),
  });
  const save = (registration: Registration) => {
    const { id, event, address, credentialId } = registration;
    const isTaken = shop.registrations
      .all()
      .some(
        (each) =>
          each.id !== id &&
          each.event === event &&
          each.address === address &&
          each.credentialId === credentialId,
      );
    if (isTaken) throw coded('500.40', 'This webhook already exists');
    shop.registrations.set(String(id), registration);
    return registration;
  };
  return [
    on('GET', '/webhooks', (call) =>
      pagedList(
        call,
        shop.registrations.all().filter(({ credentialId }) => credentialId === call.credentialId),
        { show: (each) => show(each, call) },
      ),
    ),
    on('POST', '/webhooks', (call) => {
      const sent = readBodyFields(objectIn(call), created, call.settings, ['event', 'address']);
      const event = textIn(sent, 'event');
      if (!events.includes(event)) throw invalid(`The event ${event} does not exist`);
      const registration = save({
        id: shop.ids.next('webhook'),
        createdAt: wholeSecond(shop.world.now()),
        event,
        address: addressIn(sent),
        key: textOf(() => shop.world.random(), keyLetters, 32),
        credentialId: call.credentialId,
        isActive: sent.is_active !== false,
      });
      return show(registration, call);
    }),
    on('GET', '/webhooks/{id}', (call) => show(find(call), call)),
    on('PATCH', '/webhooks/{id}', (call) => {
      const registration = find(call);
      const sent = readBodyFields(objectIn(call), changed, call.settings);
      save({
        ...registration,
        ...(sent.address === undefined ? {} : { address: addressIn(sent) }),
        ...(typeof sent.is_active === 'boolean' ? { isActive: sent.is_active } : {}),
      });
      return undefined;
    }),
    on('DELETE', '/webhooks/{id}', (call) => {
      shop.registrations.delete(String(find(call).id));
      return undefined;
    }),
  ];
}

function addressIn(sent: JsonObject): string {
  const address = textIn(sent, 'address');
  if (!/^https:\/\/|^http:\/\/(localhost|127\.0\.0\.1)/.test(address) || !URL.canParse(address)) {
    throw invalid('The address is not a URL that can be called');
  }
  return address;
}
