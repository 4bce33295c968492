/** The addresses of a customer after an update. They are replaced as a whole, so all of them go back (sheet 9.4). */
import type { JsonObject, Parts } from '../../contract/target.ts';
import { present, textIn } from '../../wire/fields.ts';
import { only } from '../../wire/objects.ts';
import { placeholder } from '../../wire/placeholder.ts';
import { completed } from '../party-to-wire.ts';
import { isAkin, personIn, personOf, withoutMiddleName } from './names.ts';
import { emptiedPlace, hasPlace, isOfPlace, keptRegion, placeAfter } from './place.ts';
import { invoiceAddressIn, objectsIn } from './readable.ts';

export interface Update {
  /** The address of the body. */
  readonly wanted: JsonObject;
  /** The parts that differ. */
  readonly news: ReadonlySet<string>;
  readonly said: Parts;
  /** Empty: there is to be none. Undefined: it stays, as with the next two. */
  readonly company: string | undefined;
  /** The fields of another name. */
  readonly split: JsonObject | undefined;
  readonly number: string | undefined;
}

/** Returns undefined where none of them is to change. */
export function addressesAfter(wire: JsonObject, update: Update): readonly JsonObject[] | undefined {
  const { wanted, news, said } = update;
  const stored = objectsIn(wire.addresses);
  const invoice = invoiceAddressIn(wire);
  const isMoved = news.has('address') && said.address !== undefined;
  const isGone = news.has('address') && said.address === undefined;
  if (invoice === undefined) return isMoved ? [added(wire, update, update.wanted)] : undefined;
  const changes = detailsAfter(wire, invoice, update);
  const withInvoice = (now: JsonObject) =>
    stored.map((address) => (address === invoice ? now : keptAddress(address)));
  if (isMoved) {
    const isOwn = invoice.default_billing === true && !isSomebodyElses(wire, invoice, update);
    const details = { ...only(keptAddress(invoice), isDetail), ...changes };
    if (!isOwn) return [...stored.map(notForInvoices), added(wire, update, details)];
    const shipping = shippingOf(stored, invoice);
    return withInvoice(completed({ ...placeAfter(keptAddress(invoice), wanted), ...changes, ...shipping }));
  }
  const now = { ...keptAddress(invoice), ...changes };
  if (isGone) {
    if (stored.length === 1 && !saysMore(now)) return [];
    // No parcels go there.
    const shipping = now.default_shipping === true ? { default_shipping: false } : {};
    return withInvoice({ ...now, ...emptiedPlace, ...shipping });
  }
  return Object.keys(changes).length === 0 ? undefined : withInvoice(now);
}

/** What stands beside the place. An address in another name than the account's is somebody else's: its names stay. */
function detailsAfter(wire: JsonObject, invoice: JsonObject, update: Update): JsonObject {
  const { wanted, news, company, split, number } = update;
  const isOwnName = ['', personIn(wire)].includes(personOf(invoice));
  const changes = {
    ...(split !== undefined && isOwnName ? withoutMiddleName(invoice, split) : {}),
    company: company === textIn(invoice.company) ? undefined : company,
    // A number that stands on the account alone stays there alone.
    vat_id: textIn(invoice.vat_id) === undefined ? undefined : number,
    telephone: news.has('phone') ? (textIn(wanted.telephone) ?? placeholder) : undefined,
    fax: news.has('fax') ? (wanted.fax ?? '') : undefined,
  };
  return only(changes, (_, value) => value !== undefined);
}

/** Of whoever is called wholly otherwise now: where parcels go in the name that it has, they still go. */
function isSomebodyElses(wire: JsonObject, invoice: JsonObject, { split, news, said }: Update): boolean {
  if (split === undefined || !news.has('name') || said.kind === 'company') return false;
  const owner = personOf(invoice);
  return owner !== '' && owner === personIn(wire) && !isAkin(personOf(split), owner);
}

/** Another address for invoices, in the account's own name. */
function added(wire: JsonObject, { wanted, split }: Update, details: JsonObject): JsonObject {
  const { firstname, middlename, lastname } = wire;
  const hasShipping = objectsIn(wire.addresses).some(({ default_shipping }) => default_shipping === true);
  return completed({
    ...present(only(details, isDetail)),
    ...only(wanted, isOfPlace),
    ...present(split ?? { firstname, middlename, lastname }),
    default_billing: true,
    ...(hasShipping ? {} : { default_shipping: true }),
  });
}

function notForInvoices(address: JsonObject): JsonObject {
  const kept = keptAddress(address);
  return kept.default_billing === true ? { ...kept, default_billing: false } : kept;
}

/** An address that is one again is where parcels go, unless they go elsewhere. */
function shippingOf(stored: readonly JsonObject[], invoice: JsonObject): JsonObject {
  const hasShipping = stored.some(({ default_shipping }) => default_shipping === true);
  return hasShipping || hasPlace(invoice) ? {} : { default_shipping: true };
}

/** Whatever modules add to an address stays where it is; what is not understood is never sent back (sheet 3). */
const keptOfAddress = new Set(
  [
    'id customer_id prefix firstname middlename lastname suffix company vat_id telephone fax',
    'street postcode city region region_id country_id default_shipping default_billing custom_attributes',
  ].flatMap((names) => names.split(' ')),
);

function keptAddress(address: JsonObject): JsonObject {
  const { region, region_id, ...others } = present(only(address, (name) => keptOfAddress.has(name)));
  return { ...others, ...keptRegion({ ...address, region, region_id }) };
}

function isDetail(name: string): boolean {
  return ['company', 'vat_id', 'telephone', 'fax'].includes(name);
}

/** Whether anything but a name and a place is known by it. */
function saysMore(address: JsonObject): boolean {
  return Object.entries(address).some(
    ([name, value]) => isDetail(name) && value !== placeholder && textIn(value) !== undefined,
  );
}
