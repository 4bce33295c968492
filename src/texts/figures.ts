/** Amounts and days as a language writes them. What is none is shown as it is. */
const decimal = /^-?\d+(\.\d+)?$/;
const plainDay = /^\d{4}-\d{2}-\d{2}$/;

/** `locale`: BCP 47, such as `de-DE`. */
export function figuresIn(locale: string) {
  const days = new Intl.DateTimeFormat(locale, {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'UTC',
  });
  // Made once for each number of decimals: a page shows hundreds of amounts.
  const formats = new Map<number, Intl.NumberFormat>();

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

  /** `2026-03-09` as `09.03.2026`. A time of day stays as it is stored. */
  function day(value: string): string {
    const text = String(value);
    return plainDay.test(text) && !Number.isNaN(Date.parse(text)) ? days.format(Date.parse(text)) : text;
  }

  return { amount, day };
}
