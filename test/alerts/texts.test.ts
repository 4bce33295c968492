import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  alertSubject,
  alertText,
  discordWriting,
  plainWriting,
  slackWriting,
} from '../../src/alerts/texts.ts';
import type { Alert } from '../../src/engine/reporting/alerts.ts';
import { en } from '../../src/texts/en.ts';

const alert: Alert = {
  kind: 'problem',
  integration: 'mugs',
  name: 'Mugs webshop',
  language: 'en',
  place: { kind: 'flow', flow: 'orders', from: 'shop', to: 'books' },
  code: 'choice_missing',
  params: { setting: 'paymentMethods', value: 'Riverty' },
  count: 500,
  reasons: 1,
  key: 'SO-7',
};
const solved: Alert = { ...alert, kind: 'solved', count: 0, key: null };
const place = { kind: 'connection', name: 'books' } as const;
const connection: Alert = { ...alert, place, count: 0, key: null };
const publicUrl = 'https://koppel.example.com/';

describe('a message', () => {
  test('says where, what, how many and which, what to do, and leads to the page', () => {
    expect(alertText(alert, en, plainWriting, publicUrl)).toBe(
      [
        '⚠️ Mugs webshop, orders from shop to books: The setting "paymentMethods" has no entry for "Riverty".',
        '500 records need you because of this, among them SO-7.',
        'Add "Riverty" to the setting "paymentMethods", or give it a default, and retry.',
        'https://koppel.example.com/integrations/mugs/problems',
      ].join('\n'),
    );
  });

  test('of one record names it, and no link does', () => {
    const text = alertText({ ...alert, count: 1, key: 'A/7 & 8' }, en, slackWriting, publicUrl);
    expect(text).toContain('\nRecord: `A/7 &amp; 8`\n');
    expect(text.split('\n').at(-1)).toBe('https://koppel.example.com/integrations/mugs/problems');
  });

  test('of different sentences under one code says so', () => {
    const text = alertText({ ...alert, reasons: 3 }, en, plainWriting, publicUrl);
    expect(text).toContain(
      '500 records need you because of this or something similar (3 different messages), among them',
    );
  });

  test('of a connection names that and no record', () => {
    const lines = alertText(connection, en, plainWriting, undefined).split('\n');
    expect(lines).toEqual([
      expect.stringContaining('connection books: The setting'),
      expect.stringMatching(/^Add .* and retry/),
    ]);
  });

  test('that something is solved says what it was', () => {
    expect(alertText(solved, en, plainWriting, publicUrl)).toBe(
      '✅ Mugs webshop, orders from shop to books: solved. It was: The setting "paymentMethods" has no entry for "Riverty".\nhttps://koppel.example.com/integrations/mugs',
    );
    expect(alertSubject(solved, en)).toBe('Koppel: Mugs webshop: solved: choice_missing');
    expect(alertSubject(alert, en)).toBe('Koppel: Mugs webshop: choice_missing (500 records)');
  });
});

describe('what comes from a shop stays text', () => {
  const evil: Alert = {
    ...alert,
    name: 'Mugs\r\nBcc: all@example.com',
    told: {
      message:
        '<!channel> <https://evil.example|Log in> [log in](https://evil.example) @everyone `x` **now**',
      action: 'Retry.',
    },
    key: '`https://evil.example`\u202e\n# big',
    count: 2,
  };

  test('in Slack', () => {
    const text = alertText(evil, en, slackWriting, publicUrl);
    expect(text).not.toMatch(/[<>]|https:\/\/evil/);
    expect(text).toContain('&lt;!channel&gt;');
    expect(text.match(/`/g)).toHaveLength(4);
  });

  test('in Discord', () => {
    const [first = '', second = ''] = alertText(evil, en, discordWriting, publicUrl).split('\n');
    expect(first.replace(/\\./g, '')).not.toMatch(/[\\*_~`|>#[\]()<@-]/);
    expect(second).toContain("among them `'https:// evil.example' # big`");
  });

  test('in a mail: no line of its own, no header, nothing to click on', () => {
    expect(alertSubject(evil, en)).toBe('Koppel: Mugs Bcc: all@example.com: choice_missing (2 records)');
    expect(alertText(evil, en, plainWriting, publicUrl).split('\n')).toHaveLength(4);
    expect(alertText(evil, en, plainWriting, publicUrl)).not.toContain('https://evil');
  });

  test('and never makes a message longer than Discord takes', () => {
    const anything = fc.oneof(fc.string({ maxLength: 600, unit: 'binary' }), fc.constant('*'.repeat(600)));
    fc.assert(
      fc.property(
        anything,
        anything,
        anything,
        anything,
        fc.constantFrom('problem', 'solved'),
        (...given) => {
          const [name, message, action, key, kind] = given;
          const told = { message, action };
          const place = { kind: 'connection', name: message } as const;
          const text = alertText({ ...alert, name, told, key, kind, place }, en, discordWriting, publicUrl);
          expect(text.length).toBeLessThanOrEqual(2_000);
          expect(text.isWellFormed()).toBe(true);
        },
      ),
    );
  });
});
