import { expect, test } from 'vitest';
import { emailKey } from '../../src/records/customer.ts';

test('an e-mail address has one form under which it is looked up', () => {
  expect(emailKey('  Noor.De.Wit@Example.COM ')).toBe('noor.de.wit@example.com');
});
