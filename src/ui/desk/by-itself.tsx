import type { RemedyView, WaitingView } from '../../engine/reporting/problem-views.ts';
import { Notice } from '../parts/notice.tsx';
import { Timestamp } from '../parts/timestamp.tsx';
import { useInWords, useWords } from '../reader.ts';
import { recordsOf } from './records.ts';

/** What is tried again without anybody: it stands apart from what needs somebody, with when. */
export function Waiting({ waiting, zone }: { waiting: readonly WaitingView[]; zone: string }) {
  const { desk: words } = useWords();
  if (waiting.length === 0) return null;
  return (
    <section class="card" aria-labelledby="waiting">
      <h2 id="waiting">{words.waiting}</h2>
      {waiting.map(({ flow, count, nextAt }) => (
        <p>
          {words.waitingOf(recordsOf(flow, count, words))}
          {nextAt !== null && (
            <>
              {', '}
              {words.next(<Timestamp at={nextAt} zone={zone} />)}
            </>
          )}
        </p>
      ))}
    </section>
  );
}

/** What people asked for and is done in parts. */
export function UnderWay({ id, underWay }: { id: string; underWay: readonly RemedyView[] }) {
  const { desk: words } = useWords();
  const inWords = useInWords();
  if (underWay.length === 0) return null;
  return (
    <Notice tone="quiet">
      <p>
        <strong>{words.underWay}</strong>
      </p>
      <ul>
        {underWay.map(({ what, flow, message, done, total }) => (
          <li>
            {words.doing[what]}, {words.progress(done, total)}: {inWords(message, flow)}
          </li>
        ))}
      </ul>
      <p>
        <a href={`/integrations/${id}/problems`}>{words.refresh}</a>
      </p>
    </Notice>
  );
}
