/** What an org has made itself: fields and objects whose names end in `__c` (sheet 5.7). */
import { z } from 'zod';
import {
  createOnly,
  currency,
  type Field,
  field,
  number,
  picklist,
  reference,
  text,
  textarea,
} from './field.ts';
import { owner, type SObject, sobject } from './sobject.ts';

const customName = z.string().regex(/^[A-Za-z]\w*__c$/, 'must be a name such as "Key__c"');

export const customField = z.strictObject({
  name: customName,
  type: z.enum([
    'text',
    'long text',
    'number',
    'currency',
    'date',
    'datetime',
    'checkbox',
    'email',
    'url',
    'picklist',
    'lookup',
  ]),
  length: z.number().int().positive().default(255),
  precision: z.number().int().positive().default(18),
  scale: z.number().int().nonnegative().default(2),
  externalId: z.boolean().default(false),
  unique: z.boolean().default(false),
  required: z.boolean().default(false),
  /** Of a picklist. */
  values: z.array(z.string()).default([]),
  restricted: z.boolean().default(true),
  /** Of a lookup: the object, and how it names its children. */
  to: z.string().optional(),
  children: z.string().optional(),
  label: z.string().optional(),
  updateable: z.boolean().default(true),
});

export const customObject = z.strictObject({
  name: customName,
  prefix: z.string().regex(/^a[0-9A-Za-z]{2}$/),
  label: z.string(),
  fields: z.array(customField).default([]),
});

export type CustomField = z.infer<typeof customField>;

export function customFieldOf(custom: CustomField): Field {
  const {
    name,
    type,
    length,
    precision,
    scale,
    externalId,
    unique,
    values,
    restricted,
    label,
    to = 'Account',
  } = custom;
  const more = {
    nillable: !custom.required,
    externalId,
    idLookup: externalId,
    unique,
    ...(label === undefined ? {} : { label }),
    ...(custom.updateable ? {} : createOnly),
  };
  switch (type) {
    case 'text':
      return text(name, length, more);
    case 'long text':
      return textarea(name, length, more);
    case 'number':
      return number(name, precision, scale, more);
    case 'currency':
      return currency(name, precision, scale, more);
    case 'date':
    case 'datetime':
      return field(name, type, more);
    case 'checkbox':
      return field(name, 'boolean', { ...more, nillable: false, defaultedOnCreate: true, default: false });
    case 'email':
      return field(name, 'email', { ...more, length: 80 });
    case 'url':
      return field(name, 'url', { ...more, length: 255 });
    case 'picklist':
      return picklist(name, values, { ...more, restricted });
    case 'lookup':
      return reference(name, to, { ...more, children: custom.children ?? null });
  }
}

export function customObjectOf({ name, prefix, label, fields }: z.infer<typeof customObject>): SObject {
  const own = [
    text('Name', 80, { nillable: false, defaultedOnCreate: true }),
    owner(),
    ...fields.map(customFieldOf),
  ];
  return sobject(name, prefix, own, { custom: true, label, plural: `${label}s` });
}

type CustomFields = Readonly<Record<string, z.input<typeof customField>[]>>;

const key = { name: 'KoppelKey__c', type: 'text', length: 100, externalId: true, unique: true } as const;

/** What the org of the sandbox has: keys of a connector, and what Salesforce has no field for. */
export const firstCustomFields: CustomFields = {
  Account: [
    key,
    { name: 'VatNumber__c', type: 'text', length: 20 },
    { name: 'CocNumber__c', type: 'text', length: 20 },
  ],
  Contact: [key],
  Order: [key, { name: 'VatTotal__c', type: 'currency', precision: 16 }],
  OrderItem: [{ name: 'VatRate__c', type: 'number', precision: 5 }],
  Opportunity: [key],
  Product2: [
    key,
    { name: 'Stock__c', type: 'number', scale: 0 },
    { name: 'ParentCode__c', type: 'text' },
    { name: 'Options__c', type: 'text' },
  ],
};

/** An invoice of the org's own (sheet 5.7). */
export const firstCustomObjects: z.input<typeof customObject>[] = [
  {
    name: 'Invoice__c',
    prefix: 'a00',
    label: 'Invoice',
    fields: [
      key,
      { name: 'InvoiceNumber__c', type: 'text', length: 40 },
      { name: 'InvoiceDate__c', type: 'date' },
      { name: 'DueDate__c', type: 'date' },
      { name: 'TotalNet__c', type: 'currency', precision: 16 },
      { name: 'TotalVat__c', type: 'currency', precision: 16 },
      { name: 'TotalGross__c', type: 'currency', precision: 16 },
      { name: 'Status__c', type: 'picklist', values: ['Draft', 'Sent', 'Paid'] },
      { name: 'Account__c', type: 'lookup', to: 'Account', children: 'Invoices__r' },
      { name: 'Order__c', type: 'lookup', to: 'Order', children: 'Invoices__r' },
    ],
  },
];
