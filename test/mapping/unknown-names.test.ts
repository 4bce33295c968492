import jsonata from 'jsonata';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { jsonataFunctions } from '../../src/mapping/jsonata-functions.ts';
import { nearestName } from '../../src/mapping/nearest-name.ts';
import { unknownNames } from '../../src/mapping/unknown-names.ts';
import { order } from '../../src/records/order.ts';

const input = z.object({ order, line: order.shape.lines.element });

describe('a name that nothing has', () => {
  test.each([
    ['order.nummer', 'asks for "order.nummer", which does not exist; the nearest is "order.number"'],
    ['$$.order.nummer', 'asks for "order.nummer", which does not exist; the nearest is "order.number"'],
    ['$.order.nummer', 'asks for "order.nummer", which does not exist; the nearest is "order.number"'],
    ['number', 'asks for "number", which does not exist; the nearest is "order.number"'],
    ['ordr.number', 'asks for "ordr", which does not exist; the nearest is "order"'],
    [
      'order.customer.adress.city',
      'asks for "order.customer.adress", which does not exist; the nearest is "order.customer.address"',
    ],
    [
      'order.lines.prodId',
      'asks for "order.lines.prodId", which does not exist; the nearest is "order.lines.productId"',
    ],
    [
      'order.lines[skuu = "A"].name',
      'asks for "order.lines.skuu", which does not exist; the nearest is "order.lines.sku"',
    ],
    [
      'order.lines^(>quantiti).name',
      'asks for "order.lines.quantiti", which does not exist; the nearest is "order.lines.quantity"',
    ],
    [
      'order.lines{sku: quantiti}',
      'asks for "order.lines.quantiti", which does not exist; the nearest is "order.lines.quantity"',
    ],
    [
      'order.lines.{"n": namee}',
      'asks for "order.lines.namee", which does not exist; the nearest is "order.lines.name"',
    ],
    ['[1, -order.gros]', 'asks for "order.gros", which does not exist; the nearest is "order.gross"'],
    [
      'order.paid ? order.note : order.notes',
      'asks for "order.notes", which does not exist; the nearest is "order.note"',
    ],
    [
      'order.note ?? order.notes',
      'asks for "order.notes", which does not exist; the nearest is "order.note"',
    ],
    ['order.number.value', 'asks "order.number", which is a single value, for "value"'],
    [
      '($o := order; $o.nummer)',
      'asks for "order.nummer", which does not exist; the nearest is "order.number"',
    ],
    ['$upercase(order.number)', 'calls "$upercase", which is not a function; the nearest is "$uppercase"'],
    ['order.number ~> $upercase', 'uses "$upercase", which is not defined; the nearest is "$uppercase"'],
    [
      'order.lines.$upercase(name)',
      'calls "$upercase", which is not a function; the nearest is "$uppercase"',
    ],
    ['($total := 1; $totl)', 'uses "$totl", which is not defined; the nearest is "$total"'],
    [
      '$uppercase(order.nummer)',
      'asks for "order.nummer", which does not exist; the nearest is "order.number"',
    ],
    [
      '$map(order.lines, function($l) { $l.name & order.nummer })',
      'asks for "order.nummer", which does not exist; the nearest is "order.number"',
    ],
  ])('in %s is told with the nearest', (source, told) => {
    expect(unknownNames(source, input).map(({ message }) => message)).toEqual([told]);
  });
});

test.each([
  "'Order ' & order.number & ' of ' & order.customer.name",
  '$sum(order.lines.($number(quantity) * $number(unitPrice)))',
  'order.lines[0].name',
  'order.lines[sku = "A"][0].name',
  'order.lines#$i.($i & name)',
  'order.lines@$l.order.number',
  'order.*.city',
  'order.**.city',
  'order.customer.%.number',
  'order.delivery.city ? order.delivery.city : order.customer.address.city',
  '$map(order.lines, function($line, $i) { $line.anything })',
  '($f := function($n) { $n <= 1 ? 1 : $n * $f($n - 1) }; $f(3))',
  '$reduce([1, 2], function($a, $b) { $a + $b })',
  '$substring(?, 0, 2)(order.number)',
  'order ~> |customer|{"name": "x"}|',
  '$lookup(order, "number")',
  'order.vatByRate{rate: $sum(vat)}',
  '$match(order.number, /[0-9]+/).match',
  '{"a": order.number}.a',
  '$now()',
  '42',
])('%s has only names that there are', (source) => {
  expect(unknownNames(source, input)).toEqual([]);
});

test('the list of functions is the one that JSONata has', async () => {
  for (const name of jsonataFunctions) {
    expect(await jsonata(`$type($${name})`).evaluate({}), name).toBe('function');
  }
  const own = jsonata('1') as unknown as { ast: unknown };
  expect(own.ast).toBeTypeOf('function');
  for (const name of ['uppercas', 'sums', 'nothing'])
    expect(await jsonata(`$exists($${name})`).evaluate({})).toBe(false);
});

test('the nearest name is near, or none', () => {
  expect(nearestName('paid', ['PAID', 'AWAITING_PAYMENT'])).toBe('PAID');
  expect(nearestName('AWAITING-PAYMENT', ['PAID', 'AWAITING_PAYMENT'])).toBe('AWAITING_PAYMENT');
  expect(nearestName('xyz', ['PAID', 'AWAITING_PAYMENT'])).toBeNull();
  expect(nearestName('anything', [])).toBeNull();
});
