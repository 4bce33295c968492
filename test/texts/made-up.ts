import { leftOutWhys } from '../../src/texts/left-out-why.ts';

/**
 * Made-up params for every sentence of the catalogue: a text is `‹name›`, so that a sentence shows where it shows one; an amount, a
 * day or a number is one that stands nowhere else.
 */
type MadeUp = Readonly<Record<string, unknown>>;

const texts = [
  ...['account', 'asked', 'attribute', 'category', 'code', 'country', 'currency', 'document', 'expected'],
  ...[
    'documentCurrency',
    'field',
    'flow',
    'group',
    'home',
    'id',
    'key',
    'kind',
    'locale',
    'location',
    'method',
  ],
  ...[
    'name',
    'number',
    'object',
    'option',
    'other',
    'owner',
    'parent',
    'path',
    'pricebook',
    'product',
    'reason',
  ],
  ...[
    'reference',
    'scope',
    'setting',
    'sign',
    'sku',
    'source',
    'status',
    'stored',
    'system',
    'systemCode',
    'target',
  ],
  ...['taxClass', 'till', 'unwanted', 'value', 'vatClass', 'vatCode', 'what', 'why', 'quantity', 'issue'],
];
const lists = [
  'by',
  'categories',
  'fields',
  'flows',
  'ids',
  'keys',
  'others',
  'places',
  'receipts',
  'skus',
  'stores',
];
const amounts = [
  ...['amount', 'gross', 'vat', 'parts', 'ownGross', 'ownVat', 'madeGross', 'madeVat', 'rate'],
  ...['documentGross', 'documentVat', 'bookedGross', 'bookedVat'],
];
const days = ['date', 'day', 'documentDate', 'since'];
const numbers = [
  'allowed',
  'calls',
  'count',
  'depth',
  'hours',
  'length',
  'lines',
  'max',
  'maxLength',
  'most',
  'ofWhy',
  'pages',
  'position',
  'times',
];

const named = (names: readonly string[], value: (name: string, index: number) => unknown) =>
  Object.fromEntries(names.map((name, index) => [name, value(name, index)]));

const usual: MadeUp = {
  ...named(texts, (name) => `‹${name}›`),
  ...named(lists, (name) => [`‹${name}-1›`, `‹${name}-2›`]),
  ...named(amounts, (_, index) => `${1301 + index}.5${index % 10}`),
  ...named(days, (_, index) => `2026-03-1${index}`),
  ...named(numbers, (_, index) => 7001 + index),
};

const each = (name: string, values: readonly unknown[], besides: MadeUp = {}) =>
  values.map((value) => ({ ...besides, [name]: value }));
const without = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, undefined]));

const answers = [{}, { said: '‹said›' }, without('systemCode', 'fields'), { advice: 'ecwid_plan' }];
const statusless = [{}, without('status'), { status: undefined, system: '' }];
const gone = [without('of'), { of: 'target' }];
const unasked = without('asked', 'method');
const happenings = each('what', [['paid', 'shipped'], ['cancelled']]);
const settingReasons = ['placed_before', 'not_paid', 'paid', 'status_excluded', 'payment_status_excluded'];
const unread = { said: '', systemCode: undefined };

/** Other params than the usual ones, or several of them, where a sentence takes one of a few values or can do without one. */
const others: Readonly<Record<string, Readonly<Record<string, readonly MadeUp[]>>>> = {
  problems: {
    refused: answers,
    not_found: answers,
    credentials_refused: answers,
    plan_insufficient: answers,
    feature_not_available: answers,
    store_not_found: answers,
    conflict: [{}, { parked: true }],
    server_error: statusless,
    rate_limited: statusless,
    unreadable: [{}, { field: '' }, ...each('issue', ['missing', 'not_a_number', 'not_an_amount'])],
    scope_missing: [
      { asked: ['‹asked-1›', '‹asked-2›'] },
      unasked,
      { ...unasked, advice: 'ecwid_scopes' },
      { asked: [], what: '' },
      ...each('method', ['GET', 'POST', 'PUT', 'DELETE'], without('asked')),
    ],
    store_view_unknown: [{}, { stores: [] }],
    country_unknown: [
      {},
      without('setting'),
      without('setting', 'locale'),
      { setting: undefined, locale: '' },
    ],
    org_lacks: [without('field'), ...each('as', ['external_id', 'record', undefined])],
    secret_unreadable: each('reason', ['key_unknown', 'place_differs', 'unreadable', 'another']),
    picture_refused: [{}, { sku: '' }],
    option_unknown: [{}, { value: '' }],
    day_open: each('why', ['open', 'unread', 'under_way']),
    day_lacks_receipts: [{}, { count: 1 }],
    order_gone: each('booked', ['yes', 'perhaps', 'no']),
    looks_like_a_loop: [...each('of', ['buyer', 'basket', undefined]), { hours: 1 }],
    entry_missing: each('why', ['absent', 'inactive', 'no_product']),
    product_unknown: [{}, { skus: ['', '‹sku-2›'] }],
    reference_taken: [
      {},
      { owner: '', documentDate: '' },
      without('document', 'documentCurrency', 'documentDate', 'currency', 'number', 'date', 'owner'),
    ],
    made_differs: [{}, { madeVat: '' }],
    order_refunded: [{}, without('system')],
    order_went_on: happenings,
    totals_differ: [
      {},
      without('fields'),
      ...each('ways', [['match'], ['accept'], ['match', 'accept']], { needed: '0.07' }),
      { ways: ['match'], needed: '0.31' },
    ],
    currency_unsupported: [{ held: ['‹held-1›', '‹held-2›'] }],
    vat_unexplained: each('why', ['no_vat_number', 'home_vat_number', 'home_delivery', 'not_shifted']),
    vat_taken_off: each('why', ['border', 'business_only']),
    vat_code_unknown: [{}, { categories: ['‹category-1›'] }],
    customer_gone: gone,
    customer_conflict: [
      {},
      { fields: ['email', 'kind', 'contact', 'vatNumber', 'cocNumber', 'reverseCharge', 'phone'] },
    ],
    email_missing: each('of', ['order', 'customer', 'target']),
    email_taken: [{}, { hidden: true }, { leaving: true }],
    customer_ambiguous: each('of', ['several', 'taken', 'another', 'stranger', 'kept']),
    customer_kind_differs: each('kind', ['person', 'company']),
    duplicate_rule: [{}, { ids: [] }],
    customer_vat_differs: each('reverseCharge', [true, false]),
    address_incomplete: [
      { missing: ['street', 'postalCode', '‹missing›'] },
      { missing: ['city', 'country'], fields: [] },
    ],
    category_gone: gone,
    category_conflict: [{ fields: ['parent', 'active', 'values.‹own›', '‹name›'] }],
    category_name_taken: each('of', ['several', 'kept', 'moved']),
    fields_missing: [{}, { fields: ['‹field›'] }],
    mapping_failed: [
      ...each(
        'reason',
        [
          ...['too_long', 'too_many_steps', 'no_value', 'D3030', 'D3137', 'D3141', 'T0410', 'T1006'],
          ...['T2001', 'T2002', 'U1001', 'error', 'another', undefined],
        ],
        without('issue'),
      ),
      without('issue', 'position'),
      ...each('issue', [
        ...['no_such_field', 'invalid_type', 'invalid_value', 'invalid_format', 'too_small', 'too_big'],
        ...['not_multiple_of', 'not_a_number', 'another'],
      ]),
    ],
    level_unread: [{}, ...each('quantity', ['available', 'onHand', 'availableAndIncoming'])],
    level_refused: [{ said: '‹said›' }, unread, { said: '' }],
    product_gone: gone,
    sku_twice: [{ of: 'source', system: undefined }, { of: 'target' }],
    product_currency: [{ held: '‹held›' }],
    price_basis_unknown: each('of', ['source', 'target']),
    prices_unsaid: each('of', ['source', 'target']),
    product_vat_unknown: [{}, { vatClass: '' }],
    picture_unsent: [
      {},
      ...each('why', ['picture_too_large', 'picture_unreachable', 'picture_not_one', 'picture_address']),
    ],
    picture_unreachable: [{}, without('status')],
    day_short: [{}, { flows: [] }],
    all_skipped: [
      {},
      { count: 1, ofWhy: 1 },
      ...each('why', [...settingReasons, 'kind_excluded', 'country_excluded', 'not_created', 'not_updated']),
    ],
    same_accounts: [{}, { others: ['‹other›'] }],
    hooks_refused: [{}, without('scope')],
  },
  reasons: {
    booked_before: [{}, ...each('unwanted', ['cancelled', 'refunded', 'draft', ...settingReasons])],
    went_on: happenings,
    left_out: [...each('by', ['api', 'page']), ...each('why', leftOutWhys, { by: 'page' })],
    taken_back: each('by', ['api', 'page']),
    placed_before: [{}, { since: '2026-03-19T10:20:30Z' }],
    country_excluded: [{}, { country: '' }],
    adopted: each('updated', [true, false]),
    variants_gone: each('updated', [true, false]),
  },
  notes: {
    rounded: [true, false].flatMap((accepts) =>
      each('by', ['piece', 'line', 'order', ''], { accepts, lines: ['1409.52 · 21 %', '-0.03 · 9 %'] }),
    ),
    of_a_day: [{}, { count: 1 }],
    without_sku: [{}, { count: 1 }],
  },
};

/** The params that each code of `kind` is called with. */
export function madeUp(kind: string, code: string): readonly MadeUp[] {
  return (others[kind]?.[code] ?? [{}]).map((own) => ({ ...usual, ...own }));
}

/** Codes that are named here, so that none of them outlives its sentence. */
export function codesNamed(kind: string): readonly string[] {
  return Object.keys(others[kind] ?? {});
}
