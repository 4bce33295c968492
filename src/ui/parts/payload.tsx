import type { Child } from 'hono/jsx';
import type { IntegrationView, TransferView } from '../../engine/reporting/views.ts';
import { keptChecks } from '../../flows/orders/document/kept-checks.ts';
import { pairedLines } from '../../flows/orders/document/paired-lines.ts';
import { LinePairs } from '../orders/line-pairs.tsx';
import { useWords } from '../reader.ts';
import { type Call, CallList } from './call-list.tsx';
import { type Conflict, ConflictTable } from './conflict-table.tsx';
import { Notice } from './notice.tsx';
import { SideBySide } from './side-by-side.tsx';
import { systemName } from './system-name.ts';
import { Technical } from './technical.tsx';
import { currencyOf, TotalsCheck } from './totals-check.tsx';

interface PayloadParts {
  readonly view: IntegrationView;
  readonly transfer: Pick<TransferView, 'from' | 'to'>;
  /** Null where nothing is kept. */
  readonly payload: Readonly<Record<string, unknown>> | null;
  /** Stands where there is none: why. */
  readonly otherwise: string;
  /** Ids and codes of the record, which stand with what is technical. */
  readonly children?: Child;
}

/**
 * Everything that one try read and wrote, also one that failed: then what was planned, as far as it came. What people compare stands open;
 * the records as the systems write them, and the calls, are technical.
 */
export function Payload({ view, transfer: { from, to }, payload, otherwise, children }: PayloadParts) {
  const { parts: words, callList } = useWords();
  if (payload === null) {
    return (
      <>
        <Notice tone="quiet">{otherwise}</Notice>
        <Technical>{children}</Technical>
      </>
    );
  }
  const calls = Array.isArray(payload.calls) ? (payload.calls as Call[]) : [];
  const conflicts = Array.isArray(payload.conflict) ? (payload.conflict as Conflict[]) : [];
  if (typeof payload.why === 'string') {
    return (
      <>
        <Notice tone="quiet">{words.saidOfIt(payload.why)}</Notice>
        <Technical>{children}</Technical>
      </>
    );
  }
  const source = payload.source ?? answeredBy(from, calls);
  const wasWritten = payload.target !== undefined;
  return (
    <>
      <TotalsCheck
        checks={keptChecks(payload.source, payload.totals)}
        currency={currencyOf(payload.source)}
      />
      {!wasWritten && payload.planned !== undefined && <Notice tone="quiet">{words.notWritten}</Notice>}
      {conflicts.length > 0 && (
        <ConflictTable
          conflicts={conflicts}
          source={words.as(systemName(view, from), from).join('')}
          target={words.as(systemName(view, to), to).join('')}
        />
      )}
      <LinePairs
        lines={pairedLines(payload.source, payload.document) ?? []}
        currency={currencyOf(payload.source)}
      />
      {typeof payload.said === 'string' && <Notice tone="quiet">{callList.says(payload.said)}</Notice>}
      <Technical>
        {children}
        <SideBySide
          source={{ name: from, system: systemName(view, from), value: source }}
          target={{ name: to, system: systemName(view, to), value: payload.target ?? payload.planned }}
          nothingWritten={words.nothingWritten}
        />
        <CallList calls={calls} />
      </Technical>
    </>
  );
}

/** What the source gave of a record that could not be read. */
function answeredBy(connection: string, calls: readonly Call[]): unknown {
  const answered = calls.filter((call) => call.connection === connection && (call.status ?? 500) < 300);
  return answered.at(-1)?.received;
}
