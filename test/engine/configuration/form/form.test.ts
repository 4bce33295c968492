import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { controlAt } from '../../../../src/engine/configuration/form/control-at.ts';
import { entriesOf } from '../../../../src/engine/configuration/form/entries-of.ts';
import { fieldOf } from '../../../../src/engine/configuration/form/field-of.ts';
import { formValue } from '../../../../src/engine/configuration/form/form-value.ts';
import { type Entries, Sent } from '../../../../src/engine/configuration/form/sent.ts';
import { schemaOf } from '../../../../src/engine/configuration/setting-schema.ts';
import { type Flow, flowByName, flows } from '../../../../src/flows/registry.ts';
import { valuesOf } from './settings-values.ts';
import { submitted } from './submitted.ts';

/** What comes of a form that is shown of a value and sent as it is. `more`: with a row added before. */
function sentBack(flow: Flow, value: unknown, more?: string) {
  const schema = schemaOf(flow);
  const shown = fieldOf(schema, new Sent(entriesOf(schema, value, 'settings')), more, place);
  return read(flow, submitted(shown));
}

const place = { name: 'settings', path: [], isRequired: true };

function read(flow: Flow, entries: Entries) {
  return formValue(fieldOf(schemaOf(flow), new Sent(entries), undefined, place));
}

/** The paths of all that has no parts. */
function leavesOf(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  const parts =
    typeof value !== 'object' || value === null
      ? []
      : Array.isArray(value)
        ? [...value.entries()]
        : Object.entries(value);
  return parts.length === 0 ? [path] : parts.flatMap(([name, each]) => leavesOf(each, [...path, name]));
}

function flow(name: string): Flow {
  const found = flowByName(name);
  if (found === undefined) throw new Error(name);
  return found;
}

describe.each(flows.map((each) => [each.name, each] as const))('the form of %s', (_, each) => {
  test('sent as it is shown gives any value back that it was made of', () => {
    const valid = valuesOf(schemaOf(each)).filter((value) => each.settings.safeParse(value).success);
    fc.assert(
      fc.property(valid, (value) => {
        const { value: back, faults } = sentBack(each, value);
        expect(faults).toEqual([]);
        expect(each.settings.parse(back)).toEqual(each.settings.parse(value));
      }),
      { numRuns: 300 },
    );
  });

  test('has a control for every part of a value, for what is wrong with it to lead to', () => {
    const schema = schemaOf(each);
    const valid = valuesOf(schema).filter((value) => each.settings.safeParse(value).success);
    fc.assert(
      fc.property(valid, (value) => {
        const { value: back } = sentBack(each, value);
        const shown = fieldOf(schema, new Sent(entriesOf(schema, back, 'settings')), undefined, place);
        const names = new Set(submitted(shown).map(([name]) => name));
        for (const path of leavesOf(back)) {
          // The lines of a list have one name, and the number of each in their ids.
          const control = controlAt(shown, path)?.replace(/\.\d+$/, '');
          expect([path, names.has(control ?? '')]).toEqual([path, true]);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('leaves out what is as by default, also where the document has it', () => {
    expect(sentBack(each, each.settings.parse({}))).toEqual({ value: {}, faults: [] });
  });
});

describe('what was typed', () => {
  const orders = flow('orders');
  const typed = (entries: Record<string, string>) =>
    read(
      orders,
      Object.entries(entries).map(([name, text]) => [`settings.${name}`, text] as const),
    );

  test('is taken without outer blanks, in the case and with the decimal sign that the setting wants', () => {
    expect(
      typed({
        'vat.homeCountry': ' nl ',
        'rounding.tolerance': '0,10',
        'vat.byCountry.rows.3.key': 'de',
        'vat.byCountry.rows.3.value.table.0.key': ' 19',
        'vat.byCountry.rows.3.value.table.0.value': '19 ',
        'day.settleMinutes': '45',
      }),
    ).toEqual({
      value: {
        vat: { homeCountry: 'NL', byCountry: { DE: { map: { 19: '19' } } } },
        rounding: { tolerance: '0.10' },
        day: { settleMinutes: 45 },
      },
      faults: [],
    });
  });

  test('of no number stays for the schema to refuse', () => {
    expect(typed({ 'day.settleMinutes': 'soon' }).value).toEqual({ day: { settleMinutes: 'soon' } });
  });

  test('in a row says what lacks, and what stands there twice', () => {
    expect(
      typed({
        'paymentMethods.table.0.key': 'iDEAL',
        'paymentMethods.table.0.value': 'paid',
        'paymentMethods.table.1.key': 'iDEAL',
        'paymentMethods.table.1.value': 'later',
        'paymentMethods.table.2.key': 'Klarna',
        'paymentMethods.table.3.value': 'later',
        'fees.rows.0.field': 'fee',
      }).faults,
    ).toEqual([
      { name: 'settings.fees.rows.0.text', kind: 'missing' },
      { name: 'settings.paymentMethods.table.1.key', kind: 'twice' },
      { name: 'settings.paymentMethods.table.2.value', kind: 'missing' },
      { name: 'settings.paymentMethods.table.3.key', kind: 'missing' },
    ]);
  });

  test('not in an offered row is no value', () => {
    const row = { 'paymentMethods.table.0.key': 'iDEAL', 'paymentMethods.table.0.offered': 'yes' };
    expect(typed({ ...row, 'paymentMethods.table.0.value': '' })).toEqual({ value: {}, faults: [] });
    expect(typed({ ...row, 'paymentMethods.table.0.value': 'paid' }).value).toEqual({
      paymentMethods: { map: { iDEAL: 'paid' } },
    });
  });

  test('switches a group off that was on, and one on that was just filled in', () => {
    expect(typed({ 'day.wasSet': 'yes', 'day.end': '04:00' }).value).toEqual({});
    expect(typed({ 'day.isSet': 'yes' }).value).toEqual({ day: {} });
    expect(typed({ 'day.end': '04:00' }).value).toEqual({ day: { end: '04:00' } });
    expect(typed({ 'customer.defaultDebtor.isSet': 'yes' })).toEqual({
      value: { customer: { defaultDebtor: {} } },
      faults: [{ name: 'settings.customer.defaultDebtor.id', kind: 'missing' }],
    });
  });

  test('of a constant is what its row says that it is', () => {
    const row = (index: number, key: string, kind: string, value: string) => ({
      [`fixed.rows.${index}.key`]: key,
      [`fixed.rows.${index}.kind`]: kind,
      [`fixed.rows.${index}.value`]: value,
    });
    expect(
      typed({
        ...row(0, 'a', 'text', '12'),
        ...row(1, 'b', 'number', '1,5'),
        ...row(2, 'c', 'true', ''),
        ...row(3, 'd', 'list', 'x\r\n\r\ny '),
        ...row(4, 'e', 'false', ''),
      }).value,
    ).toEqual({ fixed: { a: '12', b: 1.5, c: true, d: ['x', 'y'], e: false } });
  });
});

describe('a row that is added', () => {
  test.each([
    'settings.paymentMethods',
    'settings.vat.byCountry',
    'settings.fees',
    'settings.fixed',
    'settings.statuses',
  ])('to %s stands below the others and says nothing while it is empty', (more) => {
    const value = {
      statuses: ['SHIPPED'],
      vat: { byCountry: { DE: { map: { '19': '19' } } } },
      fees: [{ field: 'a', text: 'b' }],
      paymentMethods: { map: { iDEAL: 'paid' } },
      fixed: { a: 1 },
    };
    const orders = flow('orders');
    const schema = schemaOf(orders);
    const sent = new Sent(entriesOf(schema, value, 'settings'));
    const [before, after] = [undefined, more].map(
      (name) => submitted(fieldOf(schema, sent, name, place)).length,
    );
    expect(after).toBeGreaterThan(before ?? 0);
    expect(sentBack(orders, value, more)).toEqual({ value, faults: [] });
  });
});
