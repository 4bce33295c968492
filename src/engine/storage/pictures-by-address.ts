import type { Row, Sql } from './sql.ts';

/** The name of Salesforce's field for the only picture of a product. Before, every such picture went by it, whoever had put it there. */
const field = 'DisplayUrl';

/** In the place of a picture's id: it stands there, and its id is not known yet. */
const unfinished = '! ';

const rowsAtOnce = 100;

interface Sent {
  readonly pictures?: unknown;
  readonly dropped?: unknown;
}

interface Facts {
  readonly pictures?: Readonly<Record<string, string>>;
  readonly late?: readonly Sent[];
  readonly apart?: Readonly<Record<string, { readonly facts: Facts }>>;
}

interface Parts {
  readonly pictures?: Readonly<Record<string, { readonly stood: readonly string[] }>>;
  readonly updates?: Readonly<Record<string, readonly Sent[]>>;
}

/**
 * Pictures of products in Salesforce go by their address. Of one that Koppel put there it becomes that of whatever stands there at the next
 * look. What was sent of pictures and may still be done was told apart by the name of before alone, and is forgotten.
 */
export function picturesByAddress(sql: Sql): void {
  for (const { place = '' } of sql.exec("SELECT place FROM accounts WHERE connector = 'salesforce'")) {
    const links = `SELECT source, key, facts FROM links
      WHERE record = 'product' AND target = ? AND instr(facts, '${field}') > 0 AND (source, key) > (?, ?)
      ORDER BY source, key LIMIT ${rowsAtOnce}`;
    for (const { source = '', key = '', facts } of pages((last) =>
      sql.exec(links, place, last.source ?? '', last.key ?? ''),
    ))
      sql.exec(
        "UPDATE links SET facts = ? WHERE record = 'product' AND source = ? AND target = ? AND key = ?",
        ...[JSON.stringify(factsAfter(JSON.parse(String(facts)))), source, place, key],
      );
    const steps = `SELECT name, parts FROM steps
      WHERE instr(name, ':' || ? || ':product:') > 0 AND instr(parts, '${field}') > 0 AND name > ?
      ORDER BY name LIMIT ${rowsAtOnce}`;
    for (const { name = '', parts } of pages((last) => sql.exec(steps, place, last.name ?? '')))
      sql.exec(
        'UPDATE steps SET parts = ? WHERE name = ?',
        ...[JSON.stringify(partsAfter(JSON.parse(String(parts)))), name],
      );
  }
}

/** Not all at once: there may be 50,000. */
function* pages(behind: (last: Row) => readonly Row[]): Generator<Row> {
  let last: Row | undefined = {};
  while (last !== undefined) {
    const rows = behind(last);
    yield* rows;
    last = rows.length < rowsAtOnce ? undefined : rows.at(-1);
  }
}

function factsAfter({ pictures, late, apart, ...facts }: Facts): Facts {
  return {
    ...facts,
    ...(pictures && { pictures: picturesAfter(pictures) }),
    ...(late && { late: late.map(withoutPictures) }),
    ...(apart && {
      apart: mapped(apart, (link) => ({ ...link, facts: factsAfter(link.facts) })),
    }),
  };
}

/** Beside it nothing had an id: those had no room, and are looked at again should one of them come to be the first. */
function picturesAfter(pictures: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const own = Object.entries(pictures).filter(([, id]) => id.replace(/^[-!] /, '') === field);
  if (own.length === 0) return pictures;
  const others = Object.entries(pictures).filter(
    ([version, id]) => id !== '' && !own.some(([each]) => each === version),
  );
  return Object.fromEntries([...own.map(([version]) => [version, unfinished] as const), ...others]);
}

function partsAfter({ pictures = {}, updates, ...parts }: Parts): Parts {
  const left = Object.entries(pictures).filter(([, { stood }]) => !stood.includes(field));
  return {
    ...parts,
    pictures: Object.fromEntries(left),
    ...(updates && { updates: mapped(updates, (all) => all.map(withoutPictures)) }),
  };
}

function withoutPictures({ pictures: _pictures, dropped: _dropped, ...sent }: Sent): Sent {
  return sent;
}

function mapped<From, To>(
  all: Readonly<Record<string, From>>,
  to: (each: From) => To,
): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(all).map(([name, each]) => [name, to(each)]));
}
