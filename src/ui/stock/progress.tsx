import type { StockView } from '../../engine/reporting/stock-views.ts';
import { grouped } from '../parts/count.tsx';
import { Timestamp } from '../parts/timestamp.tsx';

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
  if (reading === null)
    return (
      readUntil !== null && (
        <p class="quiet">
          Changes are known up to <Timestamp at={readUntil} zone={zone} />.
        </p>
      )
    );
  return (
    <p>
      {reading.since === null ? (
        'All levels of the source are being read'
      ) : (
        <>
          All that changed since <Timestamp at={reading.since} zone={zone} /> is being read
        </>
      )}
      {reading.until === null ? (
        '; it begins shortly.'
      ) : (
        <>
          , as they were <Timestamp at={reading.until} zone={zone} />.
        </>
      )}
    </p>
  );
}

function UnderWay({ flow: { underWay } }: Pick<ProgressParts, 'flow'>) {
  if (underWay.batches === 0) return null;
  return (
    <p>
      {underWay.batches === 1 ? 'One batch' : `${underWay.batches} batches`} with{' '}
      {underWay.keys === 1 ? 'one record' : `${grouped(underWay.keys)} records`}{' '}
      {underWay.batches === 1 ? 'is' : 'are'} being brought across.
    </p>
  );
}

function Verification({ flow: { verification, total }, zone }: ProgressParts) {
  const { running, nextAt, every } = verification;
  if (running !== null)
    return (
      <p>
        <label class="progress">
          All levels are being compared: {grouped(running.looked)} of {grouped(total)}, since{' '}
          <Timestamp at={running.since} zone={zone} />
          <progress max={Math.max(total, running.looked, 1)} value={running.looked} />
        </label>
      </p>
    );
  if (nextAt === null)
    return every === null ? (
      <p class="quiet">All levels are never compared by themselves: "verify" is off.</p>
    ) : null;
  return (
    <p class="quiet">
      All levels are compared with the target next <Timestamp at={nextAt} zone={zone} />: what somebody
      changed there is mended.
    </p>
  );
}
