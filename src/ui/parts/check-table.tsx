import type { PreviewCheck } from '../../flows/contract.ts';
import { big, normalise } from '../../records/money.ts';

/** What comes of comparing, in words; `quiet` where there was nothing to compare with. */
export interface Verdict {
  readonly tone: 'good' | 'bad' | 'quiet';
  readonly text: string;
}

/** Whether the target has this figure, and it is another one. */
export function differs({ expected, actual }: PreviewCheck): boolean {
  return actual !== null && !big(expected).eq(actual);
}

interface TableParts {
  readonly id: string;
  readonly title: string;
  readonly checks: readonly PreviewCheck[];
  readonly verdict: Verdict;
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
  const { id, title, checks, verdict, notes = [], heads, rowName, figure, unknown } = parts;
  return (
    <section class="card">
      <h2 id={id}>{title}</h2>
      <p class={verdict.tone === 'quiet' ? 'quiet' : `verdict ${verdict.tone}`}>{verdict.text}</p>
      {notes.map((note) => (
        <p>{note}</p>
      ))}
      <section class="scroll" tabindex={0} aria-label={title}>
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
                <td class="figure">
                  {actual === null ? '–' : figure(normalise(big(actual).minus(expected)))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
