import type { IntegrationProblem, IntegrationView } from '../../engine/reporting/views.ts';
import { ProblemRow } from '../integration/problems.tsx';
import { useWords } from '../reader.ts';

interface OthersParts {
  readonly view: IntegrationView;
  readonly others: readonly IntegrationProblem[];
  readonly zone: string;
}

/** What needs attention and stops no record by itself: connections, and what cannot be read. */
export function Others({ view, others, zone }: OthersParts) {
  const { desk: words } = useWords();
  if (others.length === 0) return null;
  return (
    <section class="card attention" aria-labelledby="others">
      <h2 id="others">{words.others}</h2>
      <ul class="rows">
        {others.map((problem) => (
          <ProblemRow id={view.id} problem={problem} zone={zone} />
        ))}
      </ul>
    </section>
  );
}
