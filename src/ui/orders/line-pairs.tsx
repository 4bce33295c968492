import type { PairedLine, ShownLine } from '../../flows/orders/document/paired-lines.ts';
import { useTexts, useWords } from '../reader.ts';

interface PairsParts {
  readonly lines: readonly PairedLine[];
  readonly currency: string | null;
}

/** The order's lines beside those of its document. A word says where they differ, and where one stands alone. */
export function LinePairs({ lines, currency }: PairsParts) {
  const words = useWords().orderPage;
  if (lines.length === 0) return null;
  return (
    <section class="card" aria-labelledby="lines">
      <h2 id="lines">{words.lines}</h2>
      <table class="activity">
        <thead>
          <tr>
            <th scope="col">{words.asInSource}</th>
            <th scope="col" class="figure">
              {words.amount}
            </th>
            <th scope="col">{words.asInTarget}</th>
            <th scope="col" class="figure">
              {words.amount}
            </th>
            <th scope="col" class="figure">
              {words.compared}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((pair) => (
            <tr>
              <Side name={words.asInSource} line={pair.source} currency={currency} />
              <Side name={words.asInTarget} line={pair.target} currency={currency} />
              <td class="calls figure">
                <Verdict pair={pair} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface SideParts {
  /** What the column is called. */
  readonly name: string;
  readonly line: ShownLine | null;
  readonly currency: string | null;
}

function Side({ name: side, line, currency }: SideParts) {
  const { pages, figures } = useTexts();
  if (line === null) {
    return (
      <>
        <td data-name={side}>–</td>
        <td class="figure">–</td>
      </>
    );
  }
  const { kind, name, quantity, amount, vatRate } = line;
  return (
    <>
      <td data-name={side}>
        {quantity !== '1' && `${figures.amount(quantity)} × `}
        {name === '' ? pages.orderPage.kinds[kind] : <span class="text">{name}</span>}{' '}
        <span class="quiet">{pages.totals.vatAt(figures.amount(vatRate))}</span>
      </td>
      <td class="figure">{figures.money(amount, currency)}</td>
    </>
  );
}

function Verdict({ pair: { source, target, differs } }: { pair: PairedLine }) {
  const { orderPage: words } = useWords();
  if (differs) return <strong class="verdict bad">{words.differs}</strong>;
  if (source === null && target?.kind === 'rounding') return <>{words.kinds.rounding}</>;
  return source === null || target === null ? (
    <span class="quiet">{words.alone}</span>
  ) : (
    <span class="verdict good">{words.same}</span>
  );
}
