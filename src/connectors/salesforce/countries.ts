/** Countries of orgs that keep them as a text (sheet 5.1): a code, or a name in whatever language the org has. */
import { refused, text } from '../wire/fields.ts';

const languages = ['en', 'nl', 'de', 'fr', 'es', 'it', 'tr', 'pl', 'da', 'sv', 'pt'];

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** What people write beside the names that the runtime knows. */
const other: Readonly<Record<string, string>> = {
  holland: 'NL',
  'the netherlands': 'NL',
  usa: 'US',
  uk: 'GB',
  'great britain': 'GB',
};

const namesOf = (language: string) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });

/** Codes by names, in small letters; made when it is first asked for, as no other connector needs it. */
let codes: ReadonlyMap<string, string> | undefined;

function codesByName(): ReadonlyMap<string, string> {
  codes ??= new Map([
    ...languages.flatMap((language) => {
      const names = namesOf(language);
      return codesThereAre().flatMap((code) => {
        const name = names.of(code);
        return name === undefined ? [] : [[plain(name), code] as const];
      });
    }),
    ...Object.entries(other),
  ]);
  return codes;
}

/** Two letters each that the runtime has a name for, but those that are of no country, or an old code of one. */
function codesThereAre(): string[] {
  const names = namesOf('en');
  const none = ['EU', 'EZ', 'UN', 'QO', 'ZZ', 'XA', 'XB'];
  const pairs = letters.flatMap((first) => letters.map((second) => `${first}${second}`));
  return pairs.filter(
    (code) =>
      names.of(code) !== undefined && !none.includes(code) && new Intl.Locale(`und-${code}`).region === code,
  );
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}

/** Undefined for what is no country. */
export function codeOf(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  const named = codesByName().get(plain(written));
  return named ?? (/^[A-Za-z]{2}$/.test(written.trim()) ? written.trim().toUpperCase() : undefined);
}

/** As an org with texts reads it. */
export function nameOf(code: string): string {
  return namesOf('en').of(code) ?? code;
}

/** A country decides the VAT: what is none is refused, not dropped. */
export const countryText = text.transform((value, context) => {
  const code = codeOf(value);
  return value === undefined || code !== undefined ? code : refused(context, 'not_a_country');
});
