import type { PreviewCheck } from '../../flows/contract.ts';
import { big, normalise } from '../../records/money.ts';

interface TableParts {
  readonly id: string;
  readonly title: string;
  readonly checks: readonly PreviewCheck[];
  readonly verdicts: { readonly equal: string; readonly different: string };
  /** What the figures come from, in words. */
  readonly notes?: readonly string[];
  /** Of what is compared, what it should be, what it is, and how far that is off. */
  readonly heads: readonly [string, string, string, string];
  readonly rowName: (name: string) => string;
  readonly figure: (decimal: string) => string;
  /** What stands where the target has no figure. */
  readonly unknown: string;
}

/** Figures side by side, and whether they are the same. */
export function CheckTable(parts: TableParts) {
  const { id, title, checks, verdicts, notes = [], heads, rowName, figure, unknown } = parts;
  const isEqual = checks.every(({ expected, actual }) => actual !== null && big(expected).eq(actual));
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p class={isEqual ? 'verdict good' : 'verdict bad'}>{isEqual ? verdicts.equal : verdicts.different}</p>
      {notes.map((note) => (
        <p>{note}</p>
      ))}
      <table class="plain totals">
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {checks.map(({ name, expected, actual }) => (
            <tr>
              <th scope="row">{rowName(name)}</th>
              <td class="figure">{figure(expected)}</td>
              <td class="figure">{actual === null ? unknown : figure(actual)}</td>
              <td class="figure">{actual === null ? '–' : figure(normalise(big(actual).minus(expected)))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
