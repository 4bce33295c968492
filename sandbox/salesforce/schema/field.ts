import type { Json } from '../../kit/json.ts';

export type FieldType =
  | 'id'
  | 'string'
  | 'textarea'
  | 'picklist'
  | 'multipicklist'
  | 'reference'
  | 'boolean'
  | 'currency'
  | 'double'
  | 'percent'
  | 'int'
  | 'date'
  | 'datetime'
  | 'email'
  | 'phone'
  | 'url'
  | 'address';

/** A field of an object, as a describe tells it (sheet 3.9). */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  /** Characters; 0 for what is no text. */
  readonly length: number;
  readonly precision: number;
  readonly scale: number;
  readonly nillable: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  /** What it is when a create does not say; it may also follow from a rule. */
  readonly defaultedOnCreate: boolean;
  readonly default: Json;
  readonly externalId: boolean;
  readonly idLookup: boolean;
  readonly unique: boolean;
  readonly calculated: boolean;
  readonly autoNumber: boolean;
  readonly values: readonly string[];
  readonly restricted: boolean;
  /** The picklist that says which of the values can be picked, and by each value with which of its. */
  readonly controller: string | null;
  readonly validFor: Readonly<Record<string, readonly string[]>>;
  readonly referenceTo: readonly string[];
  /** How the parent is named in a query: `Account` for `AccountId`. */
  readonly relation: string | null;
  /** How the parent names its children: `OrderItems`. */
  readonly children: string | null;
  readonly compound: string | null;
  readonly filterable: boolean;
}

type More = Partial<Omit<Field, 'name' | 'type'>>;

const plain: Omit<Field, 'name' | 'label' | 'type'> = {
  length: 0,
  precision: 0,
  scale: 0,
  nillable: true,
  createable: true,
  updateable: true,
  defaultedOnCreate: false,
  default: null,
  externalId: false,
  idLookup: false,
  unique: false,
  calculated: false,
  autoNumber: false,
  values: [],
  restricted: false,
  controller: null,
  validFor: {},
  referenceTo: [],
  relation: null,
  children: null,
  compound: null,
  filterable: true,
};

export const required = { nillable: false } as const;
export const readOnly = { createable: false, updateable: false } as const;
export const createOnly = { updateable: false } as const;
/** Always has a value, and nobody has to give it. */
export const defaulted = { nillable: false, defaultedOnCreate: true } as const;

export function field(name: string, type: FieldType, more: More = {}): Field {
  return { ...plain, name, type, label: labelOf(name), ...more };
}

export function text(name: string, length: number, more: More = {}): Field {
  return field(name, 'string', { length, ...more });
}

/** Texts of more than 255 characters cannot be filtered by. */
export function textarea(name: string, length: number, more: More = {}): Field {
  return field(name, 'textarea', { length, filterable: length <= 255, ...more });
}

export function phone(name: string): Field {
  return field(name, 'phone', { length: 40 });
}

export function picklist(name: string, values: readonly string[], more: More = {}): Field {
  return field(name, 'picklist', { length: 255, values, ...more });
}

export function number(name: string, precision: number, scale: number, more: More = {}): Field {
  return field(name, 'double', { precision, scale, ...more });
}

export function currency(name: string, precision = 18, scale = 2, more: More = {}): Field {
  return field(name, 'currency', { precision, scale, ...more });
}

export function flag(name: string, more: More = {}): Field {
  return field(name, 'boolean', { ...defaulted, default: false, ...more });
}

/** A link; the relation is the name without `Id`, and `Order__r` for `Order__c`. */
export function reference(name: string, referenceTo: string, more: More = {}): Field {
  const relation = name.endsWith('__c') ? name.replace(/__c$/, '__r') : name.replace(/Id$/, '');
  return field(name, 'reference', { length: 18, referenceTo: [referenceTo], relation, ...more });
}

export function isNumeric({ type }: Field): boolean {
  return type === 'currency' || type === 'double' || type === 'percent' || type === 'int';
}

export function isTextual({ type }: Field): boolean {
  const texts: readonly FieldType[] = [
    'string',
    'textarea',
    'picklist',
    'multipicklist',
    'email',
    'phone',
    'url',
  ];
  return texts.includes(type);
}

/** Read by every query and whole record, but kept in its parts. */
export function isCompound({ type }: Field): boolean {
  return type === 'address';
}

function labelOf(name: string): string {
  const words = name.replace(/__c$/, '').replace(/Id$/, ' ID');
  return words
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .replace(/ +/g, ' ')
    .trim();
}
