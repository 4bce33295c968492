import { useWords } from '../reader.ts';
import { JsonView } from './json-view.tsx';

/** One call as the activity keeps it. */
export interface Call {
  readonly connection: string;
  readonly method: string;
  readonly path: string;
  /** Null when there was no answer. */
  readonly status: number | null;
  readonly sent?: unknown;
  readonly received?: unknown;
  /** A refusal in the system's own words. */
  readonly said?: string;
}

export function CallList({ calls }: { calls: readonly Call[] }) {
  const words = useWords().callList;
  return (
    <section aria-labelledby="calls">
      <h2 id="calls">{words.title}</h2>
      {calls.length === 0 && <p class="quiet">{words.none}</p>}
      {calls.map((call) => (
        <details class="card call" open={call.said !== undefined}>
          <summary>
            <span class="method">{call.method}</span> <code class="path">{call.path}</code>{' '}
            <span class={isGood(call.status) ? 'status good' : 'status bad'}>
              {call.status === null ? words.noAnswer : String(call.status)}
            </span>{' '}
            <span class="quiet">{call.connection}</span>
          </summary>
          {call.said !== undefined && <p>{words.says(call.said)}</p>}
          <div class={call.sent === undefined ? '' : 'sides'}>
            {call.sent !== undefined && <Body title={words.sent} value={call.sent} />}
            <Body title={words.received} value={call.received} />
          </div>
        </details>
      ))}
    </section>
  );
}

function Body({ title, value }: { title: string; value: unknown }) {
  return (
    <div>
      <h3>{title}</h3>
      {value === undefined ? <p class="quiet">{useWords().callList.noBody}</p> : <JsonView value={value} />}
    </div>
  );
}

function isGood(status: number | null): boolean {
  return status !== null && status < 400;
}
