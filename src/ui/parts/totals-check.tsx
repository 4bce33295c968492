import type { PreviewCheck } from '../../flows/contract.ts';
import { big, money } from '../../records/money.ts';
import type { Texts } from '../../texts/en.ts';
import { useTexts } from '../reader.ts';

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
  const { figures, pages } = useTexts();
  const words = pages.totals;
  const equal = checks.every(({ expected, actual }) => big(expected).eq(actual));
  return (
    <section class="card" aria-labelledby="totals">
      <h2 id="totals">{words.title}</h2>
      <p class={equal ? 'verdict good' : 'verdict bad'}>{equal ? words.equal : words.different}</p>
      {notes.map((note) => (
        <p>{note}</p>
      ))}
      <table class="plain totals">
        <thead>
          <tr>
            <th scope="col">{currency}</th>
            <th scope="col">{words.source}</th>
            <th scope="col">{words.target}</th>
            <th scope="col">{words.difference}</th>
          </tr>
        </thead>
        <tbody>
          {checks.map(({ name, expected, actual }) => (
            <tr>
              <th scope="row">{rowName(name, words, figures)}</th>
              <td class="figure">{figures.amount(money(expected, currency))}</td>
              <td class="figure">{figures.amount(money(actual, currency))}</td>
              <td class="figure">{figures.amount(money(big(actual).minus(expected), currency))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** `name`: as the check has it: `gross`, `vat`, or `vat:21`. */
function rowName(name: string, words: Texts['pages']['totals'], { amount }: Texts['figures']): string {
  if (name === 'gross') return words.gross;
  if (name === 'vat') return words.vat;
  return name.startsWith('vat:') ? words.vatAt(amount(name.slice('vat:'.length))) : name;
}

/** The currency of a record that was read, as the head of its amounts. */
export function currencyOf(source: unknown): string {
  const { currency } = (source ?? {}) as { currency?: unknown };
  return typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? currency : 'EUR';
}
