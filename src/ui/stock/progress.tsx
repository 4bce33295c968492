import type { StockView } from '../../engine/reporting/stock-views.ts';
import { Timestamp } from '../parts/timestamp.tsx';
import { useWords } from '../reader.ts';

interface ProgressParts {
  readonly flow: StockView;
  readonly zone: string;
}

/** How far the source is read, what is under way, and how far the look at all levels is. */
export function StockProgress({ flow, zone }: ProgressParts) {
  return (
    <>
      <Reading flow={flow} zone={zone} />
      <UnderWay flow={flow} />
      <Verification flow={flow} zone={zone} />
    </>
  );
}

function Reading({ flow: { reading, readUntil }, zone }: ProgressParts) {
  const { stock, progress } = useWords();
  const time = (at: string) => <Timestamp at={at} zone={zone} />;
  if (reading === null) return readUntil !== null && <p class="quiet">{stock.knownUntil(time(readUntil))}</p>;
  const until = reading.until === null ? null : time(reading.until);
  return (
    <p>
      {reading.since === null
        ? progress.readingAll(until)
        : progress.readingSince(time(reading.since), until)}
    </p>
  );
}

function UnderWay({ flow: { underWay } }: Pick<ProgressParts, 'flow'>) {
  const words = useWords().progress;
  return underWay.batches === 0 ? null : <p>{words.underWay(underWay.batches, underWay.keys)}</p>;
}

function Verification({ flow: { from, to, verification, total }, zone }: ProgressParts) {
  const words = useWords().progress;
  const { running, nextAt, every } = verification;
  const id = `compared-${from}-${to}`;
  if (running !== null)
    return (
      <div class="progress">
        <label for={id}>
          {words.comparing(running.looked, total, <Timestamp at={running.since} zone={zone} />)}
        </label>
        <progress id={id} max={Math.max(total, running.looked, 1)} value={running.looked} />
      </div>
    );
  if (nextAt === null) return every === null ? <p class="quiet">{words.neverCompared}</p> : null;
  return <p class="quiet">{words.comparedNext(<Timestamp at={nextAt} zone={zone} />)}</p>;
}
