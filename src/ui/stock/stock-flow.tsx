import { flowId } from '../../engine/configuration/configuration.ts';
import type { StockView } from '../../engine/reporting/stock-views.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { Arrow } from '../parts/arrow.tsx';
import { Badge, NeedYou } from '../parts/badge.tsx';
import { Count } from '../parts/count.tsx';
import { systemName } from '../parts/system-name.ts';
import { useInWords, useWords } from '../reader.ts';
import { PostForm } from '../rights.tsx';
import { StockProgress } from './progress.tsx';
import { needsYou, rightLevels } from './sums.ts';

interface FlowParts {
  readonly view: IntegrationView;
  readonly flow: StockView;
  readonly zone: string;
}

/** How the levels of one flow stand: counts, causes, and how far everything is. */
export function StockFlow({ view, flow, zone }: FlowParts) {
  const words = useWords().stock;
  const id = `stock-${flow.from}-${flow.to}`;
  const wrong = needsYou(flow);
  return (
    <section class={wrong > 0 ? 'card attention' : 'card'} aria-labelledby={id}>
      <div class="section-head">
        <h2 id={id}>
          {words.stockOf(
            <>
              {systemName(view, flow.from)} <Arrow /> {systemName(view, flow.to)}
            </>,
          )}
        </h2>
        {!flow.enabled && <Badge state="off" />}
        {wrong > 0 && <RetryAll id={view.id} flow={flow} />}
      </div>
      <dl class="counts">
        <Count name={words.known} value={flow.total} />
        <Count name={words.right} value={rightLevels(flow)} />
        <Count
          name={words.onTheirWay}
          value={flow.dirty.count}
          tone="busy"
          {...(flow.dirty.more ? { more: true } : {})}
        />
        <Count name={words.needYou} value={wrong} tone="bad" />
      </dl>
      <StockProgress flow={flow} zone={zone} />
      <Causes id={view.id} flow={flow} />
      <Others id={view.id} flow={flow} />
    </section>
  );
}

function RetryAll({ id, flow }: { id: string; flow: StockView }) {
  return (
    <PostForm action={`/integrations/${id}/stock/retry`}>
      <input type="hidden" name="flow" value={flowId(flow)} />
      <button type="submit" class="button">
        {useWords().stock.lookAgain}
      </button>
    </PostForm>
  );
}

/** What needs a person, by cause and never one by one. */
function Causes({ id, flow }: { id: string; flow: StockView }) {
  const words = useWords().stock;
  const inWords = useInWords();
  const ofLevels = flow.levels.flatMap(({ problem, count, sku }) =>
    problem === null ? [] : [{ problem, count, name: sku }],
  );
  const ofRecords = flow.stuck.map(({ problem, count, key }) => ({ problem, count, name: key }));
  const causes = [...ofLevels, ...ofRecords].sort((a, b) => b.count - a.count);
  if (causes.length === 0) return null;
  return (
    <>
      <h3>{words.whatNeedsYou}</h3>
      <ul class="rows">
        {causes.map(({ problem, count, name }) => (
          <li>
            <p>
              <NeedYou count={count} /> {inWords(problem.message, 'stock')}
              <span class="quiet"> ({words.suchAs(<LevelLink id={id} name={name} />)})</span>
            </p>
            <p class="next">{inWords(problem.action, 'stock')}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What is not written, and need not be. */
function Others({ id, flow }: { id: string; flow: StockView }) {
  const words = useWords().stock;
  const others = flow.levels.filter(({ state, problem }) => state !== 'written' && problem === null);
  if (others.length === 0) return null;
  return (
    <>
      <h3>{words.left}</h3>
      <ul class="rows">
        {others.map(({ says, count, sku }) => (
          <li>
            <p>
              <strong>{words.levels(count)}</strong>: {says}
              <span class="quiet">, {words.suchAs(<LevelLink id={id} name={sku} />)}</span>
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

function LevelLink({ id, name }: { id: string; name: string }) {
  return (
    <a href={`/integrations/${id}/stock?${new URLSearchParams({ sku: name })}#find`}>
      <code>{name}</code>
    </a>
  );
}
