import { defaulted, type Field, field, readOnly, reference } from './field.ts';

/** An object of the org: a kind of record. */
export interface SObject {
  readonly name: string;
  readonly label: string;
  readonly plural: string;
  /** The first three characters of its ids. */
  readonly prefix: string;
  readonly fields: readonly Field[];
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly deletable: boolean;
  /** Which field names a record to people. */
  readonly nameField: string;
  readonly custom: boolean;
}

type More = Partial<
  Pick<SObject, 'createable' | 'updateable' | 'deletable' | 'nameField' | 'custom' | 'label' | 'plural'>
>;

export function sobject(name: string, prefix: string, fields: readonly Field[], more: More = {}): SObject {
  const label = more.label ?? name.replace(/2$/, '').replace(/([a-z])([A-Z])/g, '$1 $2');
  const abilities = { createable: true, updateable: true, deletable: true, nameField: 'Name', custom: false };
  const all = [
    field('Id', 'id', { length: 18, idLookup: true, ...defaulted, ...readOnly }),
    ...fields,
    ...audit,
  ];
  return { ...abilities, name, prefix, label, plural: `${label}s`, fields: all, ...more };
}

/** Something of the system that is only read. */
export function readable(name: string, prefix: string, fields: readonly Field[], more: More = {}): SObject {
  return sobject(name, prefix, fields, { createable: false, updateable: false, deletable: false, ...more });
}

export function owner(): Field {
  return reference('OwnerId', 'User', { ...defaulted });
}

const stamp = { ...defaulted, ...readOnly };

const audit: readonly Field[] = [
  field('IsDeleted', 'boolean', { ...stamp, default: false }),
  field('CreatedDate', 'datetime', stamp),
  reference('CreatedById', 'User', stamp),
  field('LastModifiedDate', 'datetime', stamp),
  reference('LastModifiedById', 'User', stamp),
  field('SystemModstamp', 'datetime', stamp),
  field('LastViewedDate', 'datetime', readOnly),
  field('LastReferencedDate', 'datetime', readOnly),
];
