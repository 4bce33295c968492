import type { Row } from '../../../src/engine/storage/sql.ts';
import type { OrderFacts } from '../../../src/flows/links.ts';
import type { Simulation } from '../simulation.ts';

/** What links and open tasks say of every order that either knows. */
const known = `SELECT flow, key, max(target_id) AS target_id, max(facts) AS facts, max(state) AS state FROM (
  SELECT 'orders:' || source || ':' || target AS flow, key, target_id, facts, NULL AS state FROM links WHERE record = 'order'
  UNION ALL SELECT flow, key, NULL, NULL, iif(state IN ('done', 'skipped'), NULL, state) FROM tasks WHERE flow LIKE 'orders:%'
) GROUP BY flow, key`;

/** The register has every order once, and says of it what links, tasks and the source say. */
export function registerViolations({ storage }: Simulation): string[] {
  const rows = new Map(storage.read('SELECT * FROM register').map((row) => [`${row.flow} ${row.key}`, row]));
  return storage.read(known).flatMap((told) => {
    const row = rows.get(`${told.flow} ${told.key}`);
    if (row === undefined) return [`order ${told.key} is not in the register`];
    return differences(row, told).map((each) => `the register says of order ${told.key}: ${each}`);
  });
}

function differences(row: Row, { target_id, facts, state }: Row): string[] {
  const link =
    facts === null
      ? null
      : (JSON.parse(String(facts)) as Pick<OrderFacts, 'gross' | 'vat' | 'credited' | 'made'>);
  const rest =
    link === null
      ? null
      : Number(link.gross) > 0 && Number(link.credited) >= Number(link.gross)
        ? 'credited'
        : 'booked';
  const isStuck = state === 'waiting' || state === 'parked';
  const wanted = isStuck
    ? [state]
    : rest !== null
      ? [rest]
      : state === null
        ? ['skipped']
        : ['queued', 'running'];
  return [
    ...(wanted.includes(String(row.state)) ? [] : [`${row.state} instead of ${wanted[0]}`]),
    ...(row.target_id === target_id ? [] : [`document ${row.target_id} instead of ${target_id}`]),
    ...(row.booked === (link?.gross ?? null) ? [] : [`booked ${row.booked} instead of ${link?.gross}`]),
    ...(row.booked_vat === (link?.vat ?? null) ? [] : [`VAT ${row.booked_vat} instead of ${link?.vat}`]),
    ...(row.credited === (link?.credited ?? null) ? [] : [`credited ${row.credited}, not ${link?.credited}`]),
    ...(row.made === (link?.made ?? null) ? [] : [`made ${row.made} instead of ${link?.made}`]),
    ...(row.state === 'skipped' && row.reason === null ? ['not booked, and not why'] : []),
    ...(rest !== null && row.gross === null ? ['booked, and nobody knows what it comes to'] : []),
  ];
}
