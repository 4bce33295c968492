import type { LevelPace, LevelView } from '../../engine/reporting/stock-views.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { Badge, type BadgeState } from '../parts/badge.tsx';
import { FlowName } from '../parts/flow-name.tsx';
import { PreviewButton } from '../parts/preview-button.tsx';
import { systemName } from '../parts/system-name.ts';
import { Timestamp } from '../parts/timestamp.tsx';
import { useInWords, useTexts, useWords } from '../reader.ts';
import { PostForm } from '../rights.tsx';

interface LevelParts {
  readonly view: IntegrationView;
  readonly level: LevelView;
  readonly zone: string;
}

/** A level in words: what stands in the target since when, what somebody had changed there, and why nothing since. */
export function Level({ view, level, zone }: LevelParts) {
  const { pages, figures } = useTexts();
  const words = pages.level;
  const { flow, from, to, sku, key, targetId, quantity, writtenAt, drift } = level;
  const [source, target] = [systemName(view, from), systemName(view, to)];
  return (
    <li class="task">
      <div>
        <p class="task-name">
          <strong>{sku ?? words.record(key)}</strong> <FlowName flow={flow} from={from} to={to} />{' '}
          <Badge state={stateOf(level)} />
        </p>
        <dl class="facts">
          <Fact
            name={level.state === 'refused' && quantity !== null ? words.refused : words.inSystem(target)}
          >
            <strong class="amount">
              {quantity === null ? words.nothingWritten : figures.amount(quantity)}
            </strong>
          </Fact>
          <Fact name={words.lastRight}>
            {writtenAt === null ? words.never : <Timestamp at={writtenAt} zone={zone} />}
          </Fact>
          <Fact name={words.idIn(target)}>{targetId === null ? words.none : <code>{targetId}</code>}</Fact>
          <Fact name={words.recordIn(source)}>
            <code>{key}</code>
          </Fact>
        </dl>
        {level.says !== null && (
          <p>
            <span class="quiet">{words.state} </span>
            {level.says}.
          </p>
        )}
        {drift !== null && (
          <p>
            {words.drifted(
              <strong>{figures.amount(drift.quantity)}</strong>,
              target,
              <Timestamp at={drift.at} zone={zone} />,
            )}
          </p>
        )}
        <WhyNotSince level={level} zone={zone} />
        <PreviewButton
          {...{ id: view.id, flow: `${flow}:${from}:${to}`, record: key }}
          {...{ text: words.wouldWrite, about: words.wouldWriteOf(sku ?? key) }}
        />
      </div>
      <PostForm action={`/integrations/${view.id}/stock/retry`} class="buttons">
        <input type="hidden" name="flow" value={`${flow}:${from}:${to}`} />
        <input type="hidden" name="sku" value={sku ?? key} />
        <button type="submit" class="button small">
          {words.look}
          <span class="unseen"> {sku ?? key}</span>
        </button>
      </PostForm>
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

function WhyNotSince({
  level: { flow, why, now, dueAt, attempts, writtenAt },
  zone,
}: Omit<LevelParts, 'view'>) {
  const words = useWords().level;
  const inWords = useInWords();
  return (
    <>
      <p>
        <span class="quiet">{writtenAt === null ? words.whyNothing : words.whyNothingSince} </span>
        {inWords(why.message, flow)}
        {why.action === null && '.'}
      </p>
      {why.action !== null && why.action !== '' && <p class="next">{inWords(why.action, flow)}</p>}
      {now === 'waiting' && dueAt !== null && (
        <p class="quiet">{words.tried(attempts, <Timestamp at={dueAt} zone={zone} />)}</p>
      )}
    </>
  );
}

const paces: Readonly<Record<Exclude<LevelPace, 'settled'>, BadgeState>> = {
  running: 'onItsWay',
  queued: 'onItsWay',
  waiting: 'tryingAgain',
  parked: 'needsYou',
};

function stateOf({ now, problem, state }: LevelView): BadgeState {
  if (now !== 'settled') return paces[now];
  if (problem !== null) return 'needsYou';
  return state === 'written' ? 'asItShouldBe' : 'leftAsItIs';
}
