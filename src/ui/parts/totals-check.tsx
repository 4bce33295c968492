import { big, normalise } from '../../records/money.ts';

interface Totals {
  readonly gross: string;
  readonly vat: string;
  readonly byRate: readonly { readonly rate: string; readonly vat: string }[];
}

interface CheckParts {
  /** The record as the source states it. */
  readonly source: unknown;
  /** What the target makes of it, by its own rounding rules. */
  readonly totals: unknown;
}

/** What the source says against what the target will come to; nothing where there is nothing to compare. */
export function TotalsCheck({ source, totals }: CheckParts) {
  const expected = readTotals(source, 'vatByRate');
  const target = readTotals(totals, 'byRate');
  if (!expected || !target) return null;
  const rows = [
    { name: 'Total with VAT', expected: expected.gross, target: target.gross },
    { name: 'VAT', expected: expected.vat, target: target.vat },
    ...rates(expected, target).map((rate) => ({
      name: `VAT at ${rate} %`,
      expected: vatAt(expected, rate),
      target: vatAt(target, rate),
    })),
  ];
  const equal = rows.every((row) => big(row.expected).eq(row.target));
  return (
    <section class="card" aria-labelledby="totals">
      <h2 id="totals">Totals check</h2>
      <p class={equal ? 'verdict good' : 'verdict bad'}>
        {equal ? 'Equal to the cent.' : 'There is a difference.'}
      </p>
      <table class="plain totals">
        <thead>
          <tr>
            <th scope="col">{currencyOf(source)}</th>
            <th scope="col">Source</th>
            <th scope="col">Target</th>
            <th scope="col">Difference</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              <th scope="row">{row.name}</th>
              <td class="figure">{row.expected}</td>
              <td class="figure">{row.target}</td>
              <td class="figure">{normalise(big(row.target).minus(row.expected))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function readTotals(value: unknown, rates: 'byRate' | 'vatByRate'): Totals | null {
  if (typeof value !== 'object' || value === null) return null;
  const { gross, vat, [rates]: byRate } = value as Record<string, unknown>;
  if (!isAmount(gross) || !isAmount(vat) || !Array.isArray(byRate)) return null;
  return { gross, vat, byRate: byRate.filter((each) => isAmount(each?.rate) && isAmount(each?.vat)) };
}

function isAmount(value: unknown): value is string {
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value);
}

function rates(...totals: readonly Totals[]): string[] {
  const all = totals.flatMap(({ byRate }) => byRate.map(({ rate }) => normalise(big(rate))));
  return [...new Set(all)].sort((a, b) => big(b).cmp(a));
}

function vatAt({ byRate }: Totals, rate: string): string {
  const amounts = byRate.filter((each) => big(each.rate).eq(rate)).map(({ vat }) => vat);
  return normalise(amounts.reduce((total, vat) => total.plus(vat), big('0')));
}

function currencyOf(source: unknown): string {
  const { currency } = source as { currency?: unknown };
  return typeof currency === 'string' ? currency : 'Amount';
}
