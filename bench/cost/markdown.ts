import type Big from 'big.js';

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

/** Whole numbers as they are, others to three significant figures. */
export function number(value: Big): string {
  const digits = value.gte(100) || value.eq(value.round(0)) ? 0 : value.gte(10) ? 1 : value.gte(1) ? 2 : 3;
  const [whole = '0', decimals] = value.toFixed(digits).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const kept = decimals?.replace(/0+$/, '');
  return kept ? `${grouped}.${kept}` : grouped;
}
