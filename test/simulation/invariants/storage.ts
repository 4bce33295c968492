import { Fingerprints } from '../../../src/engine/privacy/fingerprints.ts';
import { identityParts } from '../../../src/records/identity.ts';
import type { Simulation } from '../simulation.ts';
import { booksOf } from './books.ts';
import { personalWords } from './history.ts';

/** What another account left begun waits until somebody goes back to it. */
const leftOver = `SELECT name, state FROM steps JOIN tasks ON tasks.id = steps.task
  WHERE state <> 'parked' AND flow = 'orders:shop:books'`;

/** What is kept: no journal entry that nobody needs any more, links that are right, nothing of a person. */
export async function storageViolations(simulation: Simulation): Promise<string[]> {
  return [
    ...simulation.storage
      .read(leftOver)
      .map(({ name, state }) => `the step ${name} is left over of a task that is ${state}`),
    ...(await linkViolations(simulation)),
    ...privacyViolations(simulation),
  ];
}

/** A customer's links lead from the fingerprint of who it is, and from its id in the books, to that customer. */
async function linkViolations(simulation: Simulation): Promise<string[]> {
  const { storage } = simulation;
  const [secret] = storage.read("SELECT value FROM meta WHERE name = 'fingerprints'");
  const fingerprints = await Fingerprints.fromSecret(simulation.opened(String(secret?.value)));
  const keys = new Map<string, readonly string[]>();
  for (const { id, email, identity } of booksOf(simulation).customers) {
    keys.set(id, [`to:${id}`, await fingerprints.of(identityParts(email, identity))]);
  }
  const links = storage.read("SELECT key, target_id FROM links WHERE record = 'customer'");
  return links.flatMap(({ key, target_id }) => {
    const right = keys.get(String(target_id));
    if (right === undefined) return [`a link to ${target_id}, who is no customer`];
    return right.includes(String(key)) ? [] : [`the link ${key} leads to another customer`];
  });
}

const tables = [
  'tasks',
  'links',
  'register',
  'register_days',
  'steps',
  'cursors',
  'hooks',
  'counters',
  'incidents',
  'channels',
  'snapshots',
  'snapshot_pages',
  'meta',
  'activity',
  'connections',
];

function privacyViolations({ storage, sandbox, otherShop, logged }: Simulation): string[] {
  const words = [...personalWords(sandbox), ...personalWords(otherShop.sandbox)];
  const places = tables.map(
    (table) => [table, JSON.stringify(storage.read(`SELECT * FROM ${table}`))] as const,
  );
  return [...places, ['the log', logged.join('\n')] as const].flatMap(([place, text]) =>
    words.filter((word) => text.includes(word)).map((word) => `${place} holds "${word}"`),
  );
}
