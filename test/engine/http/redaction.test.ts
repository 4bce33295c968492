import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scrub } from '../../../src/engine/http/redaction.ts';

const sent = {
  customer_name: 'Noor de Wit',
  first_name: 'Noor',
  last_name: 'de wit',
  attn: 'Bo',
  address_street: 'Noorderkade 12',
  address_city: 'zwolle',
  address_postal_code: '8011 AB',
  address_country_code: 'NL',
  email: 'noor.wit@example.com',
  phonenumber: '(038) 123-45.67',
  payment_method: 'pay_later',
  send_method: 'email',
  reference: 'SO-1',
  line_items: [{ description: 'Blue mug', amount: { amount: '12.10', currency: 'EUR' } }],
};

describe('what was sent does not survive', () => {
  test.each(Object.entries(sent).filter(([name]) => /name|attn|street|city|postal|mail$|phone/.test(name)))(
    '%s: %s',
    (name, value) => {
      const text = String(value);
      for (const told of [text, text.toUpperCase(), text.toLowerCase()]) {
        // A short name is looked for as it was written: in capitals it could be any code.
        if (name === 'attn' && told !== text) continue;
        const scrubbed = scrub(`${name} "${told}" is taken, says ${told}.`, sent);
        expect(scrubbed).toContain(name);
        expect(scrubbed.replaceAll(name, '').toLowerCase()).not.toContain(text.toLowerCase());
      }
    },
  );

  test('a longer value goes as a whole, not in pieces', () => {
    expect(scrub('No such street: Noorderkade 12', sent)).toBe('No such street: …');
  });

  test('a short name goes as a word only', () => {
    expect(scrub('Contact Bo is unknown; see Book 5', sent)).toBe('Contact … is unknown; see Book 5');
  });
});

describe('what was not sent goes too where it is personal by its form', () => {
  test.each([
    'other@example.org',
    'a.b+c@sub.example.org',
    '+31 6 12345678',
    '0612345678',
    '06-1234 5678',
    'NL91 0417 1643 00',
  ])('%s', (value) => {
    expect(scrub(`known as ${value} already`, sent)).not.toContain(value.slice(-6));
  });
});

describe('the reason survives', () => {
  test.each([
    ['payment_method: pay_later is not allowed', 'pay_later'],
    ['send_method: email is missing', 'email is missing'],
    ['address_country_code NL must be set', 'NL must be set'],
    ['line_items.0.amount.currency EUR is wrong', 'line_items.0.amount.currency EUR'],
    ['operation.year_closed 2025', 'operation.year_closed 2025'],
  ])('%s', (message, kept) => {
    expect(scrub(message, sent)).toContain(kept);
  });

  test('a body that is none does no harm', () => {
    for (const body of [undefined, null, 5, '', [], [null]]) expect(scrub('refused', body)).toBe('refused');
  });

  test('it is no longer than a sentence or three', () => {
    expect(scrub('x '.repeat(1_000), sent)).toHaveLength(300);
  });
});

test('no text of four characters or more that was sent is told again, whatever it is', () => {
  const value = fc
    .string({ minLength: 4, maxLength: 30 })
    .filter((text) => text.trim().length >= 4 && !/^[a-z_]+$/.test(text.trim()));
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 5 }), fc.nat(), (values, which) => {
      const told = (values[which % values.length] ?? '').trim();
      expect(scrub(`refused: ${told}`, { list: values })).not.toContain(told);
    }),
  );
});
