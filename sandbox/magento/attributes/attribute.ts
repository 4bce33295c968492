/** Attributes of products and their options (sheet 10.7). */
import { words } from '../../kit/fields/shape.ts';
import type { JsonObject } from '../../kit/json.ts';
import { taxClasses } from '../stores/taxes.ts';

export type Scope = 'global' | 'website' | 'store';

export interface AttributeOption {
  readonly id: number;
  /** Of the admin. */
  readonly label: string;
  readonly sortOrder: number;
  readonly isDefault: boolean;
  /** By store view id; the admin's where there is none. */
  readonly labels: Readonly<Record<string, string>>;
}

export interface Attribute {
  readonly id: number;
  readonly code: string;
  readonly input: string;
  readonly backend: 'varchar' | 'int' | 'decimal' | 'text' | 'datetime' | 'static';
  /** That of prices is a setting of the shop. */
  readonly scope: Scope | 'price';
  readonly label: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly isRequired: boolean;
  readonly isUnique: boolean;
  readonly isUserDefined: boolean;
  readonly options: readonly AttributeOption[];
}

export interface AttributeSet {
  readonly id: number;
  readonly name: string;
  /** Codes; those of the system belong to every set and stand in none. */
  readonly attributes: readonly string[];
}

export const backends: Readonly<Record<string, Attribute['backend']>> = {
  text: 'varchar',
  textarea: 'text',
  select: 'int',
  multiselect: 'varchar',
  boolean: 'int',
  date: 'datetime',
  datetime: 'datetime',
  price: 'decimal',
  weight: 'decimal',
  media_image: 'varchar',
  swatch_visual: 'int',
  swatch_text: 'int',
};

export const selects = ['select', 'swatch_visual', 'swatch_text'];

/** Those of every shop: `id code input scope label`. */
const systemAttributes = `
73 name text store Productnaam
74 sku text global SKU
75 description textarea store Omschrijving
76 short_description textarea store Korte_omschrijving
77 price price price Prijs
78 special_price price price Aanbiedingsprijs
79 special_from_date date website Aanbieding_van
80 special_to_date date website Aanbieding_tot
81 cost price price Kosten
82 weight weight global Gewicht
83 manufacturer select global Fabrikant
84 meta_title text store Metatitel
85 meta_keyword textarea store Metatrefwoorden
86 meta_description textarea store Meta-omschrijving
87 image media_image store Basis
88 small_image media_image store Klein
89 thumbnail media_image store Miniatuur
93 color select global Kleur
94 news_from_date date website Nieuw_van
95 news_to_date date website Nieuw_tot
97 status select website Status
99 visibility select store Zichtbaarheid
106 options_container text store Opties
114 country_of_manufacture text website Land_van_herkomst
119 msrp price price Adviesprijs
121 url_key text store URL-sleutel
132 tax_class_id select website Btw-klasse
133 swatch_image media_image store Staal`;

export const firstOwnAttributeId = 140;

/** Choices of attributes that are not the attribute's own, and cannot be added to. */
const fixedChoices: Readonly<Record<string, readonly (readonly [id: number, label: string])[]>> = {
  status: [
    [1, 'Ingeschakeld'],
    [2, 'Uitgeschakeld'],
  ],
  visibility: [
    [1, 'Niet afzonderlijk zichtbaar'],
    [2, 'Catalogus'],
    [3, 'Zoeken'],
    [4, 'Catalogus, zoeken'],
  ],
  tax_class_id: [
    [0, 'Geen'],
    ...taxClasses
      .filter(({ class_type }) => class_type === 'PRODUCT')
      .map(({ class_id, class_name }) => [Number(class_id), String(class_name)] as const),
  ],
};

/** The attributes that a fresh shop has. */
export function freshAttributes(): Attribute[] {
  return systemAttributes
    .trim()
    .split('\n')
    .map((line) => {
      const [id = '', code = '', input = '', scope = '', label = ''] = words(line);
      return attributeOf({
        id: Number(id),
        code,
        input,
        label: label.replaceAll('_', ' '),
        scope: scopeIn(scope),
      });
    });
}

function scopeIn(text: string): Attribute['scope'] {
  return text === 'website' || text === 'store' || text === 'price' ? text : 'global';
}

export function attributeOf(
  given: Pick<Attribute, 'id' | 'code' | 'input' | 'label'> & Partial<Attribute>,
): Attribute {
  const isStatic = given.code === 'sku';
  return {
    backend: isStatic ? 'static' : (backends[given.input] ?? 'varchar'),
    scope: 'global',
    labels: {},
    isRequired: ['name', 'sku', 'price', 'status', 'visibility'].includes(given.code),
    isUnique: isStatic,
    isUserDefined: false,
    options: (fixedChoices[given.code] ?? []).map(([optionId, label], sortOrder) => ({
      id: optionId,
      label,
      sortOrder,
      isDefault: false,
      labels: {},
    })),
    ...given,
  };
}

export const defaultSet: AttributeSet = { id: 4, name: 'Default', attributes: [] };

/** Product entities are of this type in the tables of the shop. */
export const productEntityType = 4;

export function optionOnWire({ id, label, labels }: AttributeOption, storeId: number): JsonObject {
  return { label: labels[storeId] ?? label, value: String(id) };
}

export function isFixed(code: string): boolean {
  return fixedChoices[code] !== undefined;
}

/** The list of an attribute's own options begins with an empty one. */
export function optionsOnWire(attribute: Attribute, storeId: number): JsonObject[] {
  if (!selects.includes(attribute.input) && attribute.input !== 'multiselect') return [];
  const sorted = attribute.options.toSorted((one, other) => one.sortOrder - other.sortOrder);
  const own = sorted.map((option) => optionOnWire(option, storeId));
  return isFixed(attribute.code) ? own : [{ label: ' ', value: '' }, ...own];
}

export function attributeOnWire(attribute: Attribute, storeId: number, priceScope: Scope): JsonObject {
  const isChoice = selects.includes(attribute.input);
  return {
    is_wysiwyg_enabled: false,
    is_html_allowed_on_front: attribute.input === 'textarea',
    used_for_sort_by: false,
    is_filterable: isChoice,
    is_filterable_in_search: false,
    is_used_in_grid: false,
    is_visible_in_grid: false,
    is_filterable_in_grid: false,
    position: 0,
    apply_to: [],
    is_searchable: '0',
    is_visible_in_advanced_search: '0',
    is_comparable: '0',
    is_used_for_promo_rules: '0',
    is_visible_on_front: '0',
    used_in_product_listing: '0',
    is_visible: true,
    scope: attribute.scope === 'price' ? priceScope : attribute.scope,
    attribute_id: attribute.id,
    attribute_code: attribute.code,
    frontend_input: attribute.input,
    entity_type_id: String(productEntityType),
    is_required: attribute.isRequired,
    options: optionsOnWire(attribute, storeId),
    is_user_defined: attribute.isUserDefined,
    default_frontend_label: attribute.label,
    frontend_labels: Object.entries(attribute.labels).map(([id, label]) => ({ store_id: Number(id), label })),
    backend_type: attribute.backend,
    default_value: '',
    is_unique: attribute.isUnique ? '1' : '0',
    validation_rules: [],
  };
}
