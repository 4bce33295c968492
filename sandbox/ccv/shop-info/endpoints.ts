/** What the shop tells of itself (sheets 5, 6.14). */
import { isObject, type JsonObject } from '../../kit/json.ts';
import { textOf } from '../../kit/random.ts';
import type { World } from '../../kit/stand-in.ts';
import { Store } from '../../kit/store/store.ts';
import type { Access, Credential } from '../access/access.ts';
import { type Call, idIn, objectIn, on, type Routes } from '../call/call.ts';
import { flag, readBodyFields, text } from '../call/fields.ts';
import { plainList } from '../call/lists.ts';
import { orderStatuses } from '../orders/statuses.ts';
import { invalid, notFound } from '../refusal.ts';
import { returnStatuses } from '../returns/return-case.ts';
import { shopId } from '../settings.ts';
import type { Shop } from '../shop.ts';
import { paymethodOnWire, paymethods } from './paymethods.ts';
import { geozoneCountries } from './taxes.ts';

const keyLetters = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** What the merchant has set, and can be set over the API. */
export class ShopFront extends Store {
  readonly words = this.cell<JsonObject>('words', {
    languages: ['nl'],
    webshop_enabled: true,
    webshop_disabled_title: '',
    webshop_disabled_text: '',
  });
  /** Other names of order statuses, by the status. */
  readonly statusNames = this.cell<Readonly<Record<string, string>>>('statusNames', {});
  readonly isAppInstalled = this.cell('isAppInstalled', true);

  constructor(world: World) {
    super(world, () => 0);
  }
}

export function shopEndpoints(
  shop: Shop,
  front: ShopFront,
  access: Access,
  resources: () => string[],
): Routes {
  return [
    on('GET', '', (call) => ({
      items: resources().map((name) => ({
        href: call.links.self(name),
        title: name,
        description: '',
        uri: `/api/rest/v1/${name}/`,
      })),
    })),
    on('GET', '/status', () => ({ status: 'ok' })),
    ...webshopEndpoints(shop, front),
    on('GET', '/paymethods', (call) => plainList(call, paymethods, { show: paymethodOnWire })),
    ...['colors', 'labels', 'languages'].map((name) =>
      on('GET', `/${name}`, (call) => plainList<never>(call, [], { show: () => ({}) })),
    ),
    ...credentialEndpoints(access),
    ...appEndpoints(front),
  ];
}

function webshopEndpoints(shop: Shop, front: ShopFront): Routes {
  const path = `/webshops/{id}`;
  const check = (call: Call) => {
    if (idIn(call) !== String(shopId)) throw notFound('webshops');
  };
  const show = (call: Call): JsonObject => {
    const { links, settings } = call;
    const { productLimit } = settings;
    return {
      href: links.self('webshops', shopId),
      id: shopId,
      create_date: '2019-04-01T09:00:00Z',
      name: 'De Theemeester',
      is_multishop_system: false,
      is_salespos: settings.salespos,
      product_limit: productLimit,
      product_limit_left: productLimit < 0 ? -1 : Math.max(0, productLimit - shop.assortment.products.size),
      api_root: links.root,
      webshops: links.ref('webshops', shopId, 'webshops'),
      parent: null,
    };
  };
  return [
    on('GET', '/webshops', (call) => plainList(call, [shopId], { show: () => show(call) })),
    on('GET', path, (call) => {
      check(call);
      return show(call);
    }),
    on('GET', `${path}/settings`, (call) => {
      check(call);
      return settingsOnWire(front, call);
    }),
    on('PUT', `${path}/settings`, (call) => {
      check(call);
      const { languages, ...others } = objectIn(call);
      const shape = new Map([
        ...flag('webshop_enabled'),
        ...text('webshop_disabled_title webshop_disabled_text'),
      ]);
      const sent = readBodyFields(others, shape, call.settings);
      const listed = Array.isArray(languages) ? { languages } : {};
      front.words.value = { ...front.words.value, ...sent, ...listed };
      return undefined;
    }),
    on('GET', `${path}/geozonecountries`, (call) => {
      check(call);
      return plainList(call, geozoneCountries(), { show: (each) => each });
    }),
    on('GET', `${path}/merchant`, (call) => {
      check(call);
      return {
        href: call.links.self('webshops', shopId, 'merchant'),
        company: 'De Theemeester BV',
        email: 'winkel@theemeester.example.com',
        street: 'Theekade',
        housenumber: '1',
        zipcode: '1011 AB',
        city: 'Amsterdam',
        country: 'Nederland',
        country_code: 'NL',
        tax_number: 'NL987650153B01',
        coc_number: '00000000',
        parent: call.links.ref('webshops', shopId),
      };
    }),
    on('GET', `${path}/domains`, (call) => {
      check(call);
      const domain = { domainname: new URL(call.links.root).hostname, ssldomain: true, language: 'nl' };
      return plainList(call, [domain], { show: (each) => ({ ...each, parent: null }) });
    }),
  ];
}

function settingsOnWire(front: ShopFront, { links, settings }: Call): JsonObject {
  const statuses = (names: readonly string[], own: Readonly<Record<string, string>> = {}) =>
    names.map((name, index) => ({
      id: index + 1,
      status: String(index + 1),
      status_name: own[index + 1] ?? name,
      text_color: '#000000',
      background_color: '#ffffff',
    }));
  return {
    href: links.self('webshops', shopId, 'settings'),
    ...front.words.value,
    currency: 'EUR',
    // Spelled so (sheet 12, 8).
    default_vat_rat: 21,
    prices_include_vat: settings.pricesIncludeTax,
    full_ssl_webshop: true,
    creditpoint_value: 0.01,
    backend_language: 'nl',
    separate_domain_per_language: false,
    stock: settings.countsStock,
    ordering_without_stock: null,
    stock_level_warnings: { low_threshold: 5, high_threshold: 20 },
    multishop_readonly_properties: settings.multishopProducts.length === 0 ? [] : settings.multishopReadonly,
    checkout_type: ['shipping', 'pickup'],
    takeoutsettings: null,
    order_status: statuses(orderStatuses, front.statusNames.value),
    invoice_status: statuses(['paid', 'unpaid', 'reimbursed']),
    return_status: statuses(returnStatuses),
    quotation_status: [],
    parent: links.ref('webshops', shopId),
  };
}

function credentialEndpoints(access: Access): Routes {
  const show =
    (call: Call) =>
    ({ id, label }: Credential): JsonObject => ({
      href: call.links.self('credentials', id),
      id,
      label,
      createdate: '2026-01-02T09:00:00Z',
    });
  return [
    on('GET', '/credentials', (call) => {
      const own = access.credential.value;
      return plainList(call, own === null ? [] : [own], { show: show(call) });
    }),
    on('GET', '/credentials/{id}', (call) => show(call)(access.own(idIn(call)))),
    // It cannot be undone (sheet 5).
    on('DELETE', '/credentials/{id}', (call) => {
      access.own(idIn(call));
      access.credential.value = null;
      return undefined;
    }),
  ];
}

/** A key of an app belongs to exactly one (sheet 9). */
function appEndpoints(front: ShopFront): Routes {
  const show = ({ links }: Call): JsonObject => ({
    href: links.self('apps', 1),
    id: 1,
    name: 'Koppel',
    is_installed: front.isAppInstalled.value,
  });
  const check = (call: Call) => {
    if (idIn(call) !== '1') throw notFound('apps');
  };
  return [
    on('GET', '/apps', (call) => plainList(call, [1], { show: () => show(call) })),
    on('GET', '/apps/{id}', (call) => {
      check(call);
      return show(call);
    }),
    on('PATCH', '/apps/{id}', (call) => {
      check(call);
      const sent = objectIn(call);
      if (!isObject(sent) || typeof sent.is_installed !== 'boolean')
        throw invalid('is_installed is required');
      front.isAppInstalled.value = sent.is_installed;
      return undefined;
    }),
  ];
}

/** A new pair of keys; those before are dead, as after the merchant has deleted them. */
export function newCredential(access: Access): Credential {
  const random = () => access.world.random();
  const id = (access.credential.value?.id ?? 1) + 1;
  const made = {
    id,
    label: `Koppel ${id}`,
    publicKey: textOf(random, keyLetters, 32),
    secret: textOf(random, keyLetters, 40),
  };
  access.credential.value = made;
  return made;
}
