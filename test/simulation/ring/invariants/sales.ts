import type { SystemName } from '../people/desk.ts';
import type { Sale } from '../people/somebody.ts';
import type { Ring } from '../ring.ts';

/** One document for every sale in the next system, for who bought; and none anywhere that nobody ordered. */
export function saleViolations(ring: Ring): string[] {
  const { crowd } = ring;
  const known = new Set(crowd.sales.map(({ gross }) => gross));
  return [
    ...crowd.sales.flatMap((sale) => violationsOf(ring, sale)),
    ...crowd.desks.flatMap((desk) =>
      desk
        .papers()
        .filter(({ gross }) => !known.has(gross))
        .map(({ id, gross }) => `${desk.system} holds ${id} of ${gross}, which nobody ordered`),
    ),
  ];
}

function violationsOf(ring: Ring, sale: Sale): string[] {
  const { at, system, gross, mark } = sale;
  return ring.crowd.desks.flatMap((desk) => {
    const papers = desk.papers().filter((paper) => paper.gross === gross);
    const expected = expectedIn(ring, sale, desk.system);
    const what = `the sale of ${gross} in ${system}`;
    const strangers = papers.filter(({ buyer }) => !buyer.includes(mark));
    return [
      ...(papers.length > expected
        ? [
            `${what} stands ${papers.length} times in ${desk.system}, where ${expected} are due${age(ring, at)}`,
          ]
        : []),
      ...(papers.length < expected && !isParked(ring, sale) ? [`${what} is not in ${desk.system}`] : []),
      ...strangers.map(({ id }) => `${what} is on somebody else in ${desk.system}: ${id}`),
    ];
  });
}

/** In its own system one; and one where an integration carries it, if that was live by then. */
function expectedIn({ members, liveAt }: Ring, { system, at }: Sale, there: SystemName): number {
  if (system === there) return 1;
  const routes = members.flatMap((member) => member.routes);
  const isCarried = routes.some(({ flow, from, to }) => flow === 'orders' && from === system && to === there);
  return isCarried && at >= liveAt ? 1 : 0;
}

function age({ liveAt }: Ring, at: number): string {
  return at < liveAt ? ' (it is older than the integration)' : '';
}

function isParked({ members, crowd }: Ring, { system, gross }: Sale): boolean {
  const ids = crowd
    .desk(system)
    .papers()
    .filter((paper) => paper.gross === gross)
    .map(({ id }) => id);
  return members.some((member) =>
    member.parked().some(({ flow, key }) => flow.startsWith(`orders:${system}:`) && ids.includes(key)),
  );
}
