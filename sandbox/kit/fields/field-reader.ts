import { isObject } from '../json.ts';
import { isDate } from '../time/local-time.ts';

export interface FieldProblem {
  /** As the system writes it: `line_items[0][amount]`. */
  readonly path: string;
  readonly is: 'missing' | 'invalid';
}

/** Years to which payment terms can be added without leaving the calendar. */
const years = /^(19|20|21)/;
const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isUuid(text: string): boolean {
  return uuidPattern.test(text);
}

/**
 * Reads a body field by field and collects everything that is wrong with it, so that one answer names it all.
 * A field that is null or absent reads as null; `refuse` throws the refusal of what was collected.
 */
export class FieldReader {
  readonly #body: Readonly<Record<string, unknown>>;
  readonly #refusal: (problems: readonly FieldProblem[]) => Error;
  readonly #prefix: string;
  readonly #problems: FieldProblem[];

  constructor(
    body: Readonly<Record<string, unknown>>,
    refusal: (problems: readonly FieldProblem[]) => Error,
    prefix = '',
    problems: FieldProblem[] = [],
  ) {
    this.#body = body;
    this.#refusal = refusal;
    this.#prefix = prefix;
    this.#problems = problems;
  }

  refuse(): void {
    if (this.#problems.length > 0) throw this.#refusal(this.#problems);
  }

  invalid(name: string): null {
    this.#problems.push({ path: this.#path(name), is: 'invalid' });
    return null;
  }

  /** For fields that must be there. An empty text is no value. */
  require(...names: string[]): void {
    for (const name of names) {
      const value = this.#body[name];
      const isMissing =
        value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
      if (isMissing) this.#problems.push({ path: this.#path(name), is: 'missing' });
    }
  }

  /** For fields that must not be there. */
  forbid(...names: string[]): void {
    for (const name of names) if (this.#body[name] !== undefined) this.invalid(name);
  }

  text(name: string): string | null {
    return this.#read(name, (value) => (typeof value === 'string' ? value : null));
  }

  boolean(name: string): boolean | null {
    return this.#read(name, (value) => (typeof value === 'boolean' ? value : null));
  }

  integer(name: string, min: number, max: number): number | null {
    return this.#read(name, (value) => {
      const number = Number.isInteger(value) ? Number(value) : Number.NaN;
      return number >= min && number <= max ? number : null;
    });
  }

  date(name: string): string | null {
    return this.#matching(name, (text) => isDate(text) && years.test(text));
  }

  uuid(name: string): string | null {
    return this.#matching(name, isUuid)?.toLowerCase() ?? null;
  }

  country(name: string): string | null {
    return this.#matching(name, (text) => /^[A-Z]{2}$/.test(text));
  }

  oneOf<Choice extends string>(name: string, choices: readonly Choice[]): Choice | null {
    return this.#read(name, (value) => choices.find((choice) => choice === value) ?? null);
  }

  /** A decimal in a string, with at most so many places. Its length is bounded, so that sums stay fast. */
  decimal(name: string, maxPlaces: number): string | null {
    const pattern = new RegExp(`^-?\\d{1,12}(\\.\\d{1,${maxPlaces}})?$`);
    return this.#matching(name, (text) => pattern.test(text));
  }

  texts(name: string): string[] | null {
    return this.#list(name, (value) => typeof value === 'string');
  }

  uuids(name: string): string[] | null {
    const found = this.texts(name);
    if (found === null || !found.every(isUuid)) return found === null ? null : this.invalid(name);
    return [...new Set(found.map((id) => id.toLowerCase()))];
  }

  object(name: string): FieldReader | null {
    return this.#read(name, (value) => (isObject(value) ? this.#within(value, this.#path(name)) : null));
  }

  objects(name: string): FieldReader[] | null {
    const found = this.#list(name, isObject);
    return found?.map((each, index) => this.#within(each, `${this.#path(name)}[${index}]`)) ?? null;
  }

  #matching(name: string, fits: (text: string) => boolean): string | null {
    return this.#read(name, (value) => (typeof value === 'string' && fits(value) ? value : null));
  }

  #list<Item>(name: string, fits: (value: unknown) => value is Item): Item[] | null {
    return this.#read(name, (value) => (Array.isArray(value) && value.every(fits) ? value : null));
  }

  #read<Value>(name: string, parse: (value: unknown) => Value | null): Value | null {
    const value = this.#body[name];
    if (value === undefined || value === null) return null;
    return parse(value) ?? this.invalid(name);
  }

  #within(body: Readonly<Record<string, unknown>>, path: string): FieldReader {
    return new FieldReader(body, this.#refusal, path, this.#problems);
  }

  #path(name: string): string {
    return this.#prefix === '' ? name : `${this.#prefix}[${name}]`;
  }
}
