import fc from 'fast-check';
import { isChoice, type SettingSchema } from '../../../../src/engine/configuration/setting-schema.ts';

const reserved = ['__proto__', 'constructor', 'prototype'];

/** Texts that a form might not keep: empty ones, blanks, quotes, line breaks, what looks like another type. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    ' ',
    ' a',
    '"',
    '""',
    '"a"',
    '"\\n"',
    '"" ',
    'a\nb',
    'true',
    '0,05',
    '21',
    'null',
    '\ud800',
    '"\\""',
  ),
);

const key = text.filter((each) => !reserved.includes(each));

function tableOf(value: fc.Arbitrary<unknown>, keys = key): fc.Arbitrary<Record<string, unknown>> {
  return fc
    .uniqueArray(fc.tuple(keys, value), { selector: ([name]) => name, maxLength: 4 })
    .map((entries) => Object.fromEntries(entries));
}

/** A choice, with any of its parts. */
const choices = fc.record({ map: tableOf(text), default: text, force: text }, { requiredKeys: [] });

/** Values of a schema as its document may hold them: each part there or not, at its default or not. */
export function valuesOf(schema: SettingSchema): fc.Arbitrary<unknown> {
  if (isChoice(schema)) return choices;
  const { type, properties, required = [], items, additionalProperties, anyOf } = schema;
  if (anyOf !== undefined) return fc.oneof(...anyOf.map(valuesOf));
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (type === 'boolean') return fc.boolean();
  if (type === 'integer') return fc.integer({ min: 0, max: 1_440 });
  // A document is JSON, which has one zero.
  if (type === 'number')
    return fc.double({ noNaN: true, noDefaultInfinity: true }).map((each) => each + 0 || 0);
  if (type === 'array') return fc.array(valuesOf(items ?? {}), { maxLength: 4 });
  if (properties !== undefined) {
    const parts = Object.entries(properties).map(([name, each]) => [name, valuesOf(each)] as const);
    return fc.record(Object.fromEntries(parts), { requiredKeys: [...required] });
  }
  if (typeof additionalProperties === 'object') {
    const { pattern } = schema.propertyNames ?? {};
    return tableOf(
      valuesOf(additionalProperties),
      pattern === undefined ? key : fc.stringMatching(new RegExp(pattern)),
    );
  }
  if (schema.format === 'date')
    return fc
      .date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10));
  return schema.pattern === undefined ? text : fc.stringMatching(new RegExp(schema.pattern));
}
