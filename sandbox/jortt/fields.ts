import { isObject } from '../json.ts';
import { isDate } from '../local-time.ts';
import { type Detail, invalidParams, isInvalid, isMissing } from './refusal.ts';

/** Far enough from the ends of the calendar that terms can be added. */
const years = /^(19|20|21)/;
const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isUuid(text: string): boolean {
  return uuidPattern.test(text);
}

/**
 * Reads a body field by field and collects everything that is wrong with it, so that one answer names it all.
 * A nested field is written `line_items[0][amount][amount]`: the notation is not known (sheet 3.2), this is Grape's.
 * A field that is null or absent reads as null; `refuse` throws what was collected.
 */
export class Fields {
  readonly #body: Readonly<Record<string, unknown>>;
  readonly #prefix: string;
  readonly #details: Detail[];

  constructor(body: Readonly<Record<string, unknown>>, prefix = '', details: Detail[] = []) {
    this.#body = body;
    this.#prefix = prefix;
    this.#details = details;
  }

  refuse(): void {
    if (this.#details.length > 0) throw invalidParams(this.#details);
  }

  invalid(name: string): null {
    this.#details.push(isInvalid(this.#path(name)));
    return null;
  }

  /** For fields that must be there. An empty text is no value. */
  require(...names: string[]): void {
    for (const name of names) {
      const value = this.#body[name];
      const missing =
        value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
      if (missing) this.#details.push(isMissing(this.#path(name)));
    }
  }

  /** Names that an older version of the API knew: v3 answers 422 to them (sheet 1.1). */
  forbid(...names: string[]): void {
    for (const name of names) if (this.#body[name] !== undefined) this.invalid(name);
  }

  text(name: string): string | null {
    return this.#read(name, (value) => (typeof value === 'string' ? value : null));
  }

  boolean(name: string): boolean | null {
    return this.#read(name, (value) => (typeof value === 'boolean' ? value : null));
  }

  integer(name: string, least: number, most: number): number | null {
    return this.#read(name, (value) => {
      const number = Number.isInteger(value) ? Number(value) : Number.NaN;
      return number >= least && number <= most ? number : null;
    });
  }

  date(name: string): string | null {
    return this.#read(name, (value) =>
      typeof value === 'string' && isDate(value) && years.test(value) ? value : null,
    );
  }

  uuid(name: string): string | null {
    return this.#read(name, (value) =>
      typeof value === 'string' && isUuid(value) ? value.toLowerCase() : null,
    );
  }

  country(name: string): string | null {
    return this.#read(name, (value) =>
      typeof value === 'string' && /^[A-Z]{2}$/.test(value) ? value : null,
    );
  }

  oneOf<Choice extends string>(name: string, choices: readonly Choice[]): Choice | null {
    return this.#read(name, (value) => choices.find((choice) => choice === value) ?? null);
  }

  /** A decimal in a string, with at most so many places. Its length has a bound, so that sums stay quick. */
  decimal(name: string, places: number): string | null {
    const pattern = new RegExp(`^-?\\d{1,12}(\\.\\d{1,${places}})?$`);
    return this.#read(name, (value) => (typeof value === 'string' && pattern.test(value) ? value : null));
  }

  texts(name: string): string[] | null {
    return this.#read(name, (value) => {
      const texts = Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
      return Array.isArray(value) && texts.length === value.length ? texts : null;
    });
  }

  uuids(name: string): string[] | null {
    const found = this.texts(name);
    if (found === null || !found.every(isUuid)) return found === null ? null : this.invalid(name);
    return [...new Set(found.map((id) => id.toLowerCase()))];
  }

  object(name: string): Fields | null {
    return this.#read(name, (value) =>
      isObject(value) ? new Fields(value, this.#path(name), this.#details) : null,
    );
  }

  objects(name: string): Fields[] | null {
    return this.#read(name, (value) => {
      const objects = Array.isArray(value) ? value.filter(isObject) : [];
      if (!Array.isArray(value) || objects.length !== value.length) return null;
      return objects.map((each, index) => new Fields(each, `${this.#path(name)}[${index}]`, this.#details));
    });
  }

  #read<Value>(name: string, parse: (value: unknown) => Value | null): Value | null {
    const value = this.#body[name];
    if (value === undefined || value === null) return null;
    return parse(value) ?? this.invalid(name);
  }

  #path(name: string): string {
    return this.#prefix === '' ? name : `${this.#prefix}[${name}]`;
  }
}
