import { describe, expect, test } from 'vitest';
import { type SetUpFault, tellSetUp } from '../../src/records/set-up-fault.ts';
import { en, type SetUpCode } from '../../src/texts/en.ts';
import { languages, textsIn } from '../../src/texts/languages.ts';

const params = { least: 37, name: 'Q_NAME', values: ['q-one', 'q-two'], id: 'q-id' };
const faults: SetUpFault[] = (Object.keys(en.setUp) as SetUpCode[]).map((code) => ({ code, params }));

/** Variables, commands, values and what was found. */
const kept = (text: string) =>
  [
    ...new Set(
      text.match(/`[^`]+`|"[^"]+"|[A-Z]+(?:_[A-Z]+)+|JURISDICTION|q-\w+|\b37\b|\b32\b|\.dev\.vars/g),
    ),
  ].sort();

describe.each(languages.filter((language) => language !== 'en'))(
  'what is wrong with a deployment, in %s',
  (language) => {
    test.each(faults)('$code is told in other words, with the same names and commands', (fault) => {
      const [english, own] = [tellSetUp(fault), tellSetUp(fault, textsIn(language))];
      expect(own).not.toBe(english);
      expect(own).not.toMatch(/undefined|\[object/);
      expect(kept(own)).toEqual(kept(english));
    });
  },
);
