import { useWords } from '../reader.ts';
import { JsonView } from './json-view.tsx';

interface Side {
  /** The connection's name. */
  readonly name: string;
  /** The system's name. */
  readonly system: string;
  readonly value: unknown;
}

interface SidesParts {
  readonly source: Side;
  readonly target: Side;
  /** What is shown where the target has nothing. */
  readonly nothingWritten: string;
}

/** What was read beside what was written. */
export function SideBySide({ source, target, nothingWritten }: SidesParts) {
  const words = useWords().parts;
  return (
    <div class="sides">
      <section class="card" aria-labelledby="source">
        <h2 id="source">{words.source(<SideName side={source} />)}</h2>
        {isNothing(source.value) ? (
          <p class="quiet">{words.nothingRead}</p>
        ) : (
          <JsonView value={source.value} />
        )}
      </section>
      <section class="card" aria-labelledby="target">
        <h2 id="target">{words.target(<SideName side={target} />)}</h2>
        {isNothing(target.value) ? <p class="quiet">{nothingWritten}</p> : <JsonView value={target.value} />}
      </section>
    </div>
  );
}

function SideName({ side }: { side: Side }) {
  return <span class="aside">{useWords().parts.as(side.system, <code>{side.name}</code>)}</span>;
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined;
}
