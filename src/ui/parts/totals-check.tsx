import type { PreviewCheck } from '../../flows/contract.ts';
import { big, money } from '../../records/money.ts';

interface CheckParts {
  /** What the source says against what the target will come to. */
  readonly checks: readonly PreviewCheck[];
  readonly currency: string;
  /** What the figures come from, in words. */
  readonly notes?: readonly string[];
}

/** Renders nothing when there is nothing to compare. */
export function TotalsCheck({ checks, currency, notes = [] }: CheckParts) {
  if (checks.length === 0) return null;
  const equal = checks.every(({ expected, actual }) => big(expected).eq(actual));
  return (
    <section class="card" aria-labelledby="totals">
      <h2 id="totals">Totals check</h2>
      <p class={equal ? 'verdict good' : 'verdict bad'}>
        {equal ? 'Equal to the cent.' : 'There is a difference.'}
      </p>
      {notes.map((note) => (
        <p>{note}</p>
      ))}
      <table class="plain totals">
        <thead>
          <tr>
            <th scope="col">{currency}</th>
            <th scope="col">Source</th>
            <th scope="col">Target</th>
            <th scope="col">Difference</th>
          </tr>
        </thead>
        <tbody>
          {checks.map(({ name, expected, actual }) => (
            <tr>
              <th scope="row">{rowName(name)}</th>
              <td class="figure">{money(expected, currency)}</td>
              <td class="figure">{money(actual, currency)}</td>
              <td class="figure">{money(big(actual).minus(expected), currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const rowNames: Readonly<Record<string, string>> = { gross: 'Total with VAT', vat: 'VAT' };

function rowName(name: string): string {
  return rowNames[name] ?? name.replace(/^vat:(.*)$/, 'VAT at $1 %');
}

/** The currency of a record that was read, as the head of its amounts. */
export function currencyOf(source: unknown): string {
  const { currency } = (source ?? {}) as { currency?: unknown };
  return typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? currency : 'EUR';
}
