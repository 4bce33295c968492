/** An amount as it is written in Dutch, to the last digit; what is no amount stays as it is. */
export function amount(given: string): string {
  const digits = /^-?\d+(?:\.(\d+))?$/.exec(given);
  if (digits === null) return given;
  const decimals = digits[1]?.length ?? 0;
  const format = new Intl.NumberFormat('nl-NL', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return format.format(given as Intl.StringNumericLiteral);
}

/** The amounts in a text likewise: `0,52 · 21 %`. */
export function amountsIn(text: string): string {
  return text.replace(/-?\d+\.\d+/g, amount);
}

/** `1 bestelling`, `3 bestellingen`. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
