const yes = ['true', 'yes', 'on', '1'];
const no = ['false', 'no', 'off', '0'];

/** What a parameter was expected to be, and was not. */
export type Expected = 'number' | 'boolean' | 'date' | 'choice';

interface QueryRules {
  /** The refusal of a parameter that cannot be read. */
  readonly refusal: (name: string, expected: Expected) => Error;
  /** Milliseconds; null for what is no date. */
  readonly readTimestamp: (text: string) => number | null;
}

/** The parameters of a request, read one by one. An empty one counts as absent; a malformed one is refused. */
export class Query {
  readonly #parameters: URLSearchParams;
  readonly #rules: QueryRules;

  constructor(parameters: URLSearchParams, rules: QueryRules) {
    this.#parameters = parameters;
    this.#rules = rules;
  }

  text(name: string): string | undefined {
    return this.#parameters.get(name)?.trim() || undefined;
  }

  /** As it was sent, with the blanks around it. */
  exact(name: string): string | undefined {
    return this.#parameters.get(name) || undefined;
  }

  /** Every value of a name that is repeated. */
  every(name: string): string[] {
    return this.#parameters.getAll(name).filter((value) => value !== '');
  }

  names(): string[] {
    return [...new Set(this.#parameters.keys())];
  }

  list(name: string): string[] | undefined {
    const items = this.text(name)
      ?.split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '');
    return items === undefined || items.length === 0 ? undefined : items;
  }

  number(name: string): number | undefined {
    return this.#read(name, 'number', (text) =>
      /^-?\d{1,15}(\.\d+)?$/.test(text) ? Number(text) : undefined,
    );
  }

  flag(name: string): boolean | undefined {
    return this.#read(name, 'boolean', (text) => {
      const word = text.toLowerCase();
      return yes.includes(word) ? true : no.includes(word) ? false : undefined;
    });
  }

  /** Milliseconds. */
  timestamp(name: string): number | undefined {
    return this.#read(name, 'date', (text) => this.#rules.readTimestamp(text) ?? undefined);
  }

  oneOf<Choice extends string>(name: string, choices: readonly Choice[]): Choice | undefined {
    return this.#read(name, 'choice', (text) => choices.find((each) => each === text));
  }

  #read<Value>(
    name: string,
    expected: Expected,
    parse: (text: string) => Value | undefined,
  ): Value | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const value = parse(text);
    if (value === undefined) throw this.#rules.refusal(name, expected);
    return value;
  }
}
