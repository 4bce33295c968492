import { describe, expect, test } from 'vitest';
import { magento } from '../../../src/connectors/magento/index.ts';
import { en } from '../../../src/texts/en.ts';
import { refusalOf } from '../../support/fake-api.ts';

const refusal = (status: number, body: unknown) => refusalOf(magento, status, body);

describe('the words', () => {
  test.each([
    [{ message: 'Invalid: %1, %2', parameters: ['a', 7] }, 'Invalid: a, 7'],
    [
      {
        message: 'No such entity with %fieldName = %fieldValue',
        parameters: { fieldName: 'id', fieldValue: 9 },
      },
      'No such entity with id = 9',
    ],
    [{ message: '%1 and %11', parameters: ['one'] }, 'one and %11'],
    [{ message: 'only %1', parameters: [null] }, 'only %1'],
    [{ message: '10% off', parameters: null }, '10% off'],
    [
      {
        message: 'One or more input exceptions have occurred.',
        errors: [
          { message: '"%fieldName" is required.', parameters: { fieldName: 'email' } },
          { message: '"%1" is required.', parameters: ['lastname'] },
        ],
      },
      'One or more input exceptions have occurred.; "email" is required.; "lastname" is required.',
    ],
    [{ message: 'Invoice Error(s):\nfirst\nsecond', trace: '#0' }, 'Invoice Error(s): first second'],
    [{ message: 'same', errors: [{ message: 'same' }] }, 'same'],
    [{ message: '' }, ''],
    ['<html>503</html>', ''],
    [null, ''],
    [{ message: 5, errors: 'x', parameters: 3 }, ''],
    [{ message: 'odd %a', parameters: { a: { b: 1 } } }, 'odd %a'],
  ])('of %j are %j', (body, said) => {
    const { said: words, fields = [], ...rest } = refusal(400, body);
    expect([words, rest]).toEqual([said, {}]);
    expect(fields.every((field) => ['id', 'email'].includes(field))).toBe(true);
  });
});

test('the field of a product is named as the shop names it', () => {
  const message = '"%field_name" does not contains valid value.';
  expect(refusal(400, { message, parameters: { field_name: 'name' } })).toMatchObject({ fields: ['name'] });
});

describe('a 401', () => {
  const body = {
    message: "The consumer isn't authorized to access %resources.",
    parameters: { resources: 'Magento_Sales::actions_view' },
  };

  test('names the three things that it can be, and the permission', () => {
    expect(refusal(401, body)).toEqual({
      kind: 'auth',
      code: 'credentials_refused',
      said: "The consumer isn't authorized to access Magento_Sales::actions_view.",
      advice: 'magento_unauthorised',
    });
    for (const cause of ['active', 'standalone Bearer tokens', 'API permissions']) {
      expect(en.advice.magento_unauthorised).toContain(cause);
    }
  });

  test('says the same without a body that can be read', () => {
    expect(refusal(401, '<html>')).toMatchObject({ kind: 'auth', code: 'credentials_refused' });
  });

  test('over a nonce is tried again with another', () => {
    const message = 'The nonce is already being used by the consumer with ID %1';
    expect(refusal(401, { message, parameters: [1] })).toEqual({
      said: 'The nonce is already being used by the consumer with ID 1',
      kind: 'retry',
      code: 'nonce_used',
    });
  });
});

describe('a 404', () => {
  test('is of the record, whatever the language', () => {
    expect(refusal(404, { message: 'Geen entiteit met id = 9' })).not.toHaveProperty('kind');
    expect(refusal(404, null)).not.toHaveProperty('kind');
  });

  test('is of the address where nothing is there, or no API', () => {
    expect(refusal(404, '<html>Not Found</html>')).toMatchObject({ kind: 'auth', code: 'shop_not_found' });
    const message = 'Request does not match any route.';
    expect(refusal(404, { message })).toMatchObject({ kind: 'auth', code: 'shop_not_found' });
  });
});

test('everything else is judged by its status', () => {
  for (const status of [400, 403, 429, 500, 503])
    expect(refusal(status, { message: 'x' })).toEqual({ said: 'x' });
});

test('how long a list may be is told as a code', () => {
  const parameters = { type: 'SourceItemInterface', max: 20 };
  expect(refusal(400, { message: 'Maximum items of type "%type" is %max', parameters })).toMatchObject({
    said: 'Maximum items of type "SourceItemInterface" is 20',
    systemCode: 'max.20',
  });
  expect(refusal(400, { message: 'odd', parameters: { max: 'many' } }).systemCode).toBeUndefined();
});
