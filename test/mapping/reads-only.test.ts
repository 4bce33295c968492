import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readsOnly } from '../../src/mapping/reads-only.ts';

/** An order has a buyer and a note besides. */
const allowed = z.object({
  order: z.object({
    number: z.string(),
    date: z.string().optional(),
    paid: z.boolean(),
    lines: z.array(z.object({ sku: z.string().optional(), quantity: z.string() })),
    customer: z.object({ address: z.object({ country: z.string().optional() }) }),
  }),
});

describe('an expression reads what it may', () => {
  test.each([
    '"W-1"',
    'order.number',
    'order.`number`',
    "'W-' & order.number & ' ' & order.date",
    '(order.number)',
    'order.lines.sku',
    'order.lines[0].sku',
    'order.lines[quantity > 1].sku[0]',
    '(order.lines.sku)[0]',
    'order[number = "1"].date',
    '$substring($string(order.number), 0, 20)',
    'order.number.$substring(0, 4)',
    '$uppercase(order.customer.address.country) & order.number',
    "$replace(order.number, /[^0-9]/, '')",
    "$split(order.number, '-')[1]",
    "order.customer.address.country = 'BE' ? 'B' : order.paid ? 'P' : '-'",
    "order.customer.address.country = 'BE' ? 'B'",
    "$join(order.lines.sku, ' ')",
    'order.date ?? order.number',
    'order.number in ["1", "2"] ? -1 : $count(order.lines.sku)',
  ])('in %s', (source) => {
    expect(readsOnly(source, allowed)).toBe(true);
  });
});

describe('an expression may read more', () => {
  test.each([
    ['by name', 'order.customer.name'],
    ['by a name in quotes', 'order.`note`'],
    ['in one branch', 'order.paid ? order.number : order.note'],
    ['in a condition', "order.note = '' ? '1' : '2'"],
    ['in a filter', 'order[customer.name = "Bo"].number'],
    ['in a filter of a block', '(order.number)[$$.order.note]'],
    ['in an array', '[order.number, order.note]'],
    ['below what is allowed', 'order.customer.address.street'],
    ['as an argument', '$uppercase(order.note)'],
    ['by a record as a whole', 'order'],
    ['by a record as a whole made a text', '$string(order)'],
    ['by a record as a whole in a text', "'' & order.customer"],
    ['by all fields', 'order.*'],
    ['by all fields below', '**.name'],
    ['by what is above', 'order.number.%.note'],
    ['by the context', '$.order.note'],
    ['by the root', '$$.order.note'],
    ['by a variable', '($o := order; $o.note)'],
    ['by a variable of a step', 'order@$o.($o.note)'],
    ['by a position', 'order#$i.note'],
    ['by a function of its own', '(function($o) { $o.note })(order)'],
    ['by a function that takes a name', "$lookup(order, 'note')"],
    ['by a function that takes the context', 'order.$string()'],
    ['by a function that takes the root', '$string()'],
    ['by a function that takes the root and a name', "$lookup('order').note"],
    ['by a pipe', 'order ~> $string'],
    ['by another evaluation', "$eval('order.note')"],
    ['by each field', 'order.$each(function($v) { $v })'],
    ['by what is merged', '$merge([order]).note'],
    ['by an object', '{"a": order.note}.a'],
    ['by a group', 'order{number: note}'],
    ['by a group of lines', 'order.lines{sku: $$.order.note}'],
    ['in an order', 'order.lines^($$.order.note).sku'],
    ['by a change', 'order ~> |$|{"number": note}|'],
    ['by part of a function', '($f := $substring(?, 0); $f(order.note))'],
  ])('%s: %s', (_, source) => {
    expect(readsOnly(source, allowed)).toBe(false);
  });
});
