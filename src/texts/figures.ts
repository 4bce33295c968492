/** Amounts, numbers, days, times and beginnings of lines as a language writes them. What is none is shown as it is. */
const decimal = /^-?\d+(\.\d+)?$/;
const plainDay = /^\d{4}-\d{2}-\d{2}$/;

/** What is shorter than two of a unit is told in the next one. */
const units = [
  [86_400, 'day'],
  [3_600, 'hour'],
  [60, 'minute'],
] as const;

/** `locale`: BCP 47, such as `de-DE`. */
export function figuresIn(locale: string) {
  const dayFormat = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  const days = new Intl.DateTimeFormat(locale, { ...dayFormat, timeZone: 'UTC' });
  const months = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const numbers = new Intl.NumberFormat(locale);
  const plurals = new Intl.PluralRules(locale);
  // Made once for each number of decimals, and for each time zone: a page shows hundreds of amounts and times.
  const formats = new Map<number, Intl.NumberFormat>();
  const clocks = new Map<string, Intl.DateTimeFormat>();
  const moneys = new Map<string, Intl.NumberFormat>();
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  const languages = new Intl.DisplayNames(locale, { type: 'language' });

  /** `1234.50` as `1.234,50`, with as many decimals as it has. */
  function amount(value: string): string {
    const text = String(value);
    if (!decimal.test(text)) return text;
    const digits = text.split('.')[1]?.length ?? 0;
    const known = formats.get(digits);
    const exact = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    const format = known ?? new Intl.NumberFormat(locale, exact);
    if (known === undefined) formats.set(digits, format);
    return format.format(text as Intl.StringNumericLiteral);
  }

  /** `1234.5` as `€ 1.234,50`; never rounded: a difference may be less than a cent. Without a currency as an amount. */
  function money(value: string, currency: string | null): string {
    if (currency === null || !decimal.test(value) || !/^[A-Z]{3}$/.test(currency)) return amount(value);
    const known = moneys.get(currency);
    const exact = { style: 'currency', currency, maximumFractionDigits: 20 } as const;
    const format = known ?? new Intl.NumberFormat(locale, exact);
    if (known === undefined) moneys.set(currency, format);
    return format.format(value as Intl.StringNumericLiteral);
  }

  /** `2026-03-09` as `9 Mar 2026`, as in a moment. A time of day stays as it is stored. */
  function day(value: string): string {
    const text = String(value);
    return plainDay.test(text) && !Number.isNaN(Date.parse(text)) ? days.format(Date.parse(text)) : text;
  }

  /** `1234` as `1.234`. */
  function number(value: number): string {
    return typeof value === 'number' ? numbers.format(value) : String(value);
  }

  /** The form of a word that goes with so many. */
  function plural(count: number, one: string, other: string): string {
    return plurals.select(count) === 'one' ? one : other;
  }

  /** `1 order`, `1,234 orders`. */
  function counted(count: number, one: string, other: string): string {
    return `${number(count)} ${plural(count, one, other)}`;
  }

  /** ISO 8601 as a day and a time of day in a zone: `9 Mar 2026, 14:05`. */
  function moment(at: string, timeZone: string): string {
    const known = clocks.get(timeZone);
    const clock = known ?? clockIn(timeZone);
    if (known === undefined) clocks.set(timeZone, clock);
    return clock.format(new Date(at));
  }

  function clockIn(timeZone: string): Intl.DateTimeFormat {
    return new Intl.DateTimeFormat(locale, {
      ...dayFormat,
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
    });
  }

  /** `2026-10` as `October 2026`. */
  function month(value: string): string {
    return months.format(Date.parse(`${value}-01`));
  }

  /** `150` as `3 minutes`: rounded up, in the unit in which people say it. */
  function duration(seconds: number): string {
    const [size, unit] = units.find(([of]) => seconds >= 2 * of) ?? [1, 'second'];
    const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' });
    return format.format(Math.ceil(seconds / size));
  }

  /** `NL` as `Netherlands`. What is no code of a country stays as it is. */
  function country(code: string): string {
    return /^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code;
  }

  /** `nl` as `Dutch`, `nl_BE` as `Flemish`. What is no code of a language stays as it is. */
  function language(code: string): string {
    const isOne = /^[a-z]{2}(?:[-_][A-Z]{2})?$/.test(code);
    return isOne ? (languages.of(code.replace('_', '-')) ?? code) : code;
  }

  /** `iadeler` as a line begins with it in Turkish: `İadeler`. */
  function capitalised(words: string): string {
    const [first = ''] = words;
    return first.toLocaleUpperCase(locale) + words.slice(first.length);
  }

  return {
    ...{ amount, money, day, month, number, plural, counted, moment, duration },
    ...{ country, language, capitalised },
  };
}
