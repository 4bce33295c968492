import type { IntegrationView } from '../../engine/reporting/views.ts';
import { alikeLivesMs } from '../../engine/storage/alike.ts';
import { hooksLiveMs } from '../../engine/storage/hooks.ts';
import { maxKept } from '../../engine/storage/revisions.ts';
import { historyLivesMs } from '../../engine/storage/tidying.ts';
import { trailLivesMs } from '../../engine/storage/trail.ts';
import { dayMs } from '../../engine/utc-day.ts';
import { useTexts, useWords } from '../reader.ts';
import { PostForm } from '../rights.tsx';

interface RetentionParts {
  readonly view: IntegrationView;
  /** What somebody typed that could not be saved. */
  readonly typed: string | undefined;
  readonly isWrong: boolean;
}

/** What is kept, and how long; and how long what was read and written is, which the merchant sets. */
export function Retention({ view, typed, isWrong }: RetentionParts) {
  const words = useWords().retention;
  return (
    <section class="card" aria-labelledby="retention">
      <h2 id="retention">{words.heading}</h2>
      <p>{words.help}</p>
      <PostForm action={`/integrations/${view.id}/privacy/retention`} class="row-form">
        <input type="hidden" name="revision" value={view.revision} />
        <div class="control">
          <label for="days">{words.days}</label>
          <input
            id="days"
            name="days"
            type="number"
            min={0}
            max={365}
            required
            value={typed ?? String(view.retentionDays)}
            aria-describedby="days-hint"
            {...(isWrong ? { 'aria-invalid': 'true' as const } : {})}
          />
        </div>
        <button type="submit" class="button">
          {words.save}
        </button>
        <p class="hint" id="days-hint">
          {words.daysHint}
        </p>
      </PostForm>
      <Kept view={view} />
      <p>
        <a href="/help/storage">{words.whole}</a>
      </p>
    </section>
  );
}

function Kept({ view: { retentionDays } }: { view: IntegrationView }) {
  const { pages, figures } = useTexts();
  const { retention: words } = pages;
  const days = (ms: number) => words.forDays(Math.round(ms / dayMs));
  const history = historyLivesMs / dayMs;
  const rows = [
    [words.contents, retentionDays === 0 ? words.notKept : words.forDays(retentionDays)],
    [words.happened, words.forDays(Math.max(history, retentionDays))],
    [words.counts, days(historyLivesMs)],
    [words.deeds, days(trailLivesMs)],
    [words.deliveries, days(hooksLiveMs)],
    [words.marks, days(alikeLivesMs)],
    [words.versions, words.last(figures.number(maxKept))],
    [words.references, words.withLink],
    [words.credentials, words.withLink],
  ] as const;
  return (
    <table class="plain">
      <thead>
        <tr>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.howLong}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([what, howLong]) => (
          <tr>
            <th scope="row">{what}</th>
            <td>{howLong}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
