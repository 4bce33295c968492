import Big from 'big.js';
import type { Simulation } from '../simulation.ts';
import { type BookedDocument, type Books, booksOf } from './books.ts';
import type { OrderState } from './history.ts';

interface Kept {
  /** The state and the problem's code of the newest task. */
  readonly state: string | null;
  readonly code: string | null;
  readonly targetId: string | null;
}

/** What may stop an order that is booked: something that a person must see. */
const reconcile = [
  'order_changed',
  'order_refunded',
  'refund_undone',
  'credit_of_draft',
  'order_gone',
  'totals_differ',
  // Given back by its status, and less or nothing by its amounts.
  'refund_unstated',
  // The note in the shop could not be written.
  'scope_missing',
];

/** One document per order, to the cent; every order booked, skipped by a setting or parked with a reason. */
export function orderViolations(simulation: Simulation): string[] {
  const books = booksOf(simulation);
  const failures: string[] = [];
  for (const [id, states] of simulation.history.orders) {
    const kept = keptOf(simulation, id);
    const documents = books.documents.get(id) ?? [];
    const [document] = documents;
    const found =
      documents.length > 1
        ? [`${documents.length} documents`]
        : document === undefined
          ? unbooked(simulation, id, states, kept)
          : booked(simulation, document, states, kept, books);
    failures.push(...found.map((each) => `order ${id}: ${each} (task ${kept.state} ${kept.code ?? ''})`));
  }
  return [...failures, ...strayDocuments(simulation, books), ...customerFailures(books)];
}

function keptOf({ storage }: Simulation, id: string): Kept {
  const [task] = storage.read('SELECT * FROM tasks WHERE key = ? ORDER BY id DESC LIMIT 1', id);
  const [link] = storage.read("SELECT * FROM links WHERE record = 'order' AND key = ?", id);
  const problem = task?.problem ? (JSON.parse(String(task.problem)) as { code: string }) : null;
  return {
    state: task ? String(task.state) : null,
    code: problem?.code ?? null,
    targetId: link ? String(link.target_id) : null,
  };
}

/** Why this state of an order does not leave; null when it does. */
function filtered(simulation: Simulation, state: OrderState): boolean {
  const { paymentStatuses } = simulation.scenario.settings as { paymentStatuses?: string[] };
  if (state.gone || state.paymentStatus === 'CANCELLED') return true;
  if (Big(state.gross).gt(0) && Big(state.givenBack).gte(state.gross)) return true;
  return paymentStatuses !== undefined && !paymentStatuses.includes(state.paymentStatus);
}

function unbooked(simulation: Simulation, id: string, states: readonly OrderState[], kept: Kept): string[] {
  const last = states.at(-1);
  if (last === undefined || simulation.merchant.skipped.has(id)) return [];
  if (kept.targetId !== null) return ['linked to a document that is not there'];
  if (last.gone && kept.code === 'order_gone') return [];
  if (isPoisoned(simulation, id) && kept.state === 'parked') return [];
  if (filtered(simulation, last)) return kept.state === 'parked' ? ['parked, though a setting skips it'] : [];
  if (last.bookable) return ['not booked'];
  return kept.state === 'parked' ? [] : ['neither booked nor parked'];
}

/** Whether it fails for good, whatever is done. */
function isPoisoned({ scenario: { poison }, history }: Simulation, id: string): boolean {
  return poison?.isForGood === true && [...history.orders.keys()][poison.order] === id;
}

function booked(
  simulation: Simulation,
  document: BookedDocument,
  states: readonly OrderState[],
  kept: Kept,
  books: Books,
): string[] {
  const failures: string[] = [];
  const wasIt = states.filter(({ gross, tax }) => document.gross === gross && document.vat === tax);
  const figures = `${document.gross} with ${document.vat} VAT`;
  if (wasIt.length === 0) failures.push(`booked at ${figures}, which it never came to`);
  if (!states.some((state) => !filtered(simulation, state)))
    failures.push('booked, though a setting skips it');
  // Deleted, or skipped, before it was known whether it is booked: a person was told to look.
  const isLeftToPeople = kept.code === 'order_gone' || simulation.merchant.skipped.has(document.reference);
  if (kept.targetId !== document.id && !(kept.targetId === null && isLeftToPeople))
    failures.push(`its document ${document.id} is linked as ${kept.targetId}`);
  if (kept.state === 'parked' && !reconcile.includes(kept.code ?? '')) failures.push('booked and parked');
  const customer = books.customers.find(({ id }) => id === document.customerId);
  if (!states.some(({ buyer }) => buyer === customer?.buyer)) failures.push('booked on somebody else');
  return [...failures, ...adrift(simulation, document, states, kept, books)];
}

/** What changed after booking is credited or flagged, or a person accepted it: never silently adrift. */
function adrift(
  simulation: Simulation,
  document: BookedDocument,
  states: readonly OrderState[],
  kept: Kept,
  books: Books,
): string[] {
  const credited = Big(books.credited.get(document.reference) ?? 0);
  const last = states.at(-1);
  const most = states.reduce((max, { givenBack }) => (Big(givenBack).gt(max) ? Big(givenBack) : max), Big(0));
  if (credited.gt(most)) return [`${credited} credited of ${most} given back`];
  if (last === undefined || last.gone || kept.state === 'parked') return [];
  if (simulation.merchant.skipped.has(document.reference)) return [];
  const { refunds } = simulation.scenario.settings;
  const failures: string[] = [];
  if (document.gross !== last.gross || document.vat !== last.tax) {
    failures.push(`booked at ${document.gross}, now ${last.gross}, and nobody is told`);
  }
  // What was given back before it was booked is settled.
  const open = states.map(({ givenBack }) => Big(last.givenBack).minus(givenBack));
  if (refunds === 'credit' && !open.some((each) => each.eq(credited))) {
    failures.push(`${credited} credited of ${last.givenBack} given back, and nobody is told`);
  }
  if (refunds === 'flag' && !open.some((each) => each.eq(0))) failures.push('given back, and nobody is told');
  if (refunds !== 'credit' && !credited.eq(0)) failures.push('credited, though the setting says otherwise');
  return failures;
}

function strayDocuments(
  { history, otherShop, scenario }: Simulation,
  { documents, credited }: Books,
): string[] {
  const visited = new Set(scenario.visit?.isAccepted ? otherShop.orders() : []);
  const twice = [...visited].filter((id) => (documents.get(id)?.length ?? 0) > 1);
  const known = (id: string) => history.orders.has(id) || visited.has(id);
  const strangers = [...documents.keys(), ...credited.keys()].filter((id) => !known(id));
  const ofNothing = [...credited.keys()].filter((id) => !documents.has(id));
  return [
    ...twice.map((id) => `two documents of ${id} of the other shop`),
    ...strangers.map((id) => `a document of ${id}, which is no order`),
    ...ofNothing.map((id) => `a credit of ${id}, which is not booked`),
  ];
}

function customerFailures({ customers }: Books): string[] {
  const buyers = customers.filter(({ email }) => email !== '').map(({ buyer }) => buyer);
  const twice = new Set(buyers.filter((buyer, index) => buyers.indexOf(buyer) !== index));
  return [...twice].map((buyer) => `two customers of ${buyer}`);
}
