import { expect, test } from 'vitest';
import { concurrent, perRoute, window } from '../../../src/connectors/contract/limits.ts';
import { limitsOf, parseRateLimits } from '../../../src/engine/connection/limits/overrides.ts';

test('requests that the environment names stand above those that a connector declares, also for each route', () => {
  const routeOf = () => 'GET /x';
  const limits = [window(10, '1m'), perRoute(20, '1m', routeOf), concurrent(4)];
  const rateLimits = parseRateLimits('{"shop": 500}');
  expect(limitsOf({ id: 'shop', limits }, rateLimits)).toEqual([
    { ...window(10, '1m'), requests: 500 },
    { ...perRoute(20, '1m', routeOf), requests: 500 },
    concurrent(4),
  ]);
  expect(limitsOf({ id: 'books', limits }, rateLimits)).toBe(limits);
});
