import type { LevelPace, LevelView } from '../../engine/reporting/stock-views.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { Badge } from '../parts/badge.tsx';
import { FlowName } from '../parts/flow-name.tsx';
import { systemName } from '../parts/system-name.ts';
import { Timestamp } from '../parts/timestamp.tsx';

interface LevelParts {
  readonly view: IntegrationView;
  readonly level: LevelView;
  readonly zone: string;
}

/** A level in words: what stands in the target since when, what somebody had changed there, and why nothing since. */
export function Level({ view, level, zone }: LevelParts) {
  const { flow, from, to, sku, key, targetId, quantity, writtenAt, drift } = level;
  const [source, target] = [systemName(view, from), systemName(view, to)];
  const asked = new URLSearchParams({ flow: `${flow}:${from}:${to}`, key });
  return (
    <li class="task">
      <div>
        <p class="task-name">
          <strong>{sku ?? `Record ${key}`}</strong> <FlowName flow={flow} from={from} to={to} />{' '}
          <Badge word={wordOf(level)} />
        </p>
        <dl class="facts">
          <Fact name={level.state === 'refused' && quantity !== null ? 'Refused' : `In ${target}`}>
            <strong class="amount">{quantity ?? 'nothing written'}</strong>
          </Fact>
          <Fact name="Last written or found right">
            {writtenAt === null ? 'never' : <Timestamp at={writtenAt} zone={zone} />}
          </Fact>
          <Fact name={`Id in ${target}`}>{targetId === null ? 'none' : <code>{targetId}</code>}</Fact>
          <Fact name={`Record in ${source}`}>
            <code>{key}</code>
          </Fact>
        </dl>
        {level.says !== null && (
          <p>
            <span class="quiet">State: </span>
            {level.says}.
          </p>
        )}
        {drift !== null && (
          <p>
            Somebody had changed it to <strong>{drift.quantity}</strong> in {target}; that was mended{' '}
            <Timestamp at={drift.at} zone={zone} />.
          </p>
        )}
        <WhyNotSince level={level} zone={zone} />
        <p class="quiet">
          <a href={`/integrations/${view.id}/preview?${asked}`}>
            What would be written<span class="unseen"> of {sku ?? key}</span>
          </a>
        </p>
      </div>
      <form method="post" action={`/integrations/${view.id}/stock/retry`} class="buttons">
        <input type="hidden" name="flow" value={`${flow}:${from}:${to}`} />
        <input type="hidden" name="sku" value={sku ?? key} />
        <button type="submit" class="button small">
          Look at it now<span class="unseen"> {sku ?? key}</span>
        </button>
      </form>
    </li>
  );
}

function Fact({ name, children }: { name: string; children?: unknown }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function WhyNotSince({ level: { why, now, dueAt, attempts, writtenAt }, zone }: Omit<LevelParts, 'view'>) {
  return (
    <>
      <p>
        <span class="quiet">{writtenAt === null ? 'Why nothing was written: ' : 'Why nothing since: '}</span>
        {why.message}
        {why.action === null && '.'}
      </p>
      {why.action !== null && why.action !== '' && <p class="next">{why.action}</p>}
      {now === 'waiting' && dueAt !== null && (
        <p class="quiet">
          {attempts === 1 ? 'Tried once' : `Tried ${attempts} times`}, next{' '}
          <Timestamp at={dueAt} zone={zone} />.
        </p>
      )}
    </>
  );
}

const words: Readonly<Record<Exclude<LevelPace, 'settled'>, string>> = {
  running: 'on its way',
  queued: 'on its way',
  waiting: 'trying again',
  parked: 'needs you',
};

function wordOf({ now, problem, state }: LevelView): string {
  if (now !== 'settled') return words[now];
  if (problem !== null) return 'needs you';
  return state === 'written' ? 'as it should be' : 'left as it is';
}
