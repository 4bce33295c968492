import type { ProductView } from '../../../../sandbox/kit/catalogue/merchandise.ts';
import type { Catalogue } from '../catalogue.ts';
import { levelsIn, type Pieces, type Version } from '../level-book.ts';
import type { CatalogueScenario } from '../scenario.ts';
import type { People } from './all.ts';

export interface Seen {
  readonly master: readonly ProductView[];
  readonly follower: readonly ProductView[];
}

/** The last number of every level is in the follower, and none that the master had before went over a later one. */
export async function levelViolations(catalogue: Catalogue, people: People, seen: Seen): Promise<string[]> {
  return [...(await lastNumbers(catalogue, people, seen)), ...histories(catalogue, people)];
}

async function lastNumbers(
  catalogue: Catalogue,
  { follower, master }: People,
  seen: Seen,
): Promise<string[]> {
  const { scenario, book, storage } = catalogue;
  const known = new Set(storage.read('SELECT sku FROM levels').map(({ sku }) => String(sku)));
  const wanted = await catalogue.masterLevels();
  const there = levelsIn(seen.follower, new Map());
  return [...there].flatMap(([sku, stands]) => {
    const pieces = wanted.get(sku) ?? null;
    const number = numberOf(pieces, scenario);
    // Nobody ever had it in the master, or it was gone before it was first read; what is set after it was gone is the merchant's.
    const isNobodys = book.versionsOf(sku).length === 0 || !known.has(sku);
    const isOthers = pieces === null && (isNobodys || follower.handled.has(sku));
    if (isOthers || number === null || typeof stands !== 'number' || stands === number) return [];
    // What is gone is set to 0 once; what a call does minutes later is nobody's to find.
    if (pieces === null && (master.moved.has(sku) || catalogue.book.isLate(sku))) return [];
    return [`${sku} stands at ${stands}, and should at ${number}: the master has ${pieces}`];
  });
}

/** Levels of which a notice came, or a poll: no comparison was needed to bring them across. */
export async function noticedLevels(
  catalogue: Catalogue,
  { follower, master }: People,
  seen: readonly ProductView[],
): Promise<string[]> {
  const wanted = await catalogue.masterLevels();
  const written = catalogue.storage.read("SELECT sku FROM levels WHERE state = 'written'");
  const known = new Set(written.map(({ sku }) => String(sku)));
  return [...levelsIn(seen, new Map())].flatMap(([sku, stands]) => {
    const pieces = wanted.get(sku) ?? null;
    const number = numberOf(pieces, catalogue.scenario);
    const isTouched = follower.handled.has(sku) || master.moved.has(sku);
    // A call that was made again, as it was not answered, may be done later than what was written since: a comparison finds that.
    const isLate = catalogue.book.isLate(sku);
    if (pieces === null || number === null || isTouched || isLate || !known.has(sku)) return [];
    return stands === number ? [] : [`${sku} stands at ${stands} when all is quiet, and should at ${number}`];
  });
}

/** Every number that was written is one that the master had by then, and none that it had before one that was written earlier. */
function histories({ book, scenario }: Catalogue, { master }: People): string[] {
  const bySku = Map.groupBy(book.writings, ({ sku }) => sku);
  return [...bySku].flatMap(([sku, writings]) => {
    const versions = book.versionsOf(sku);
    // A record that gets another SKU brings the number along that it had under its own.
    if (versions.length === 0 || master.moved.has(sku)) return [];
    let at = 0;
    for (const { pieces, sentAt } of writings.toSorted((one, other) => one.sentAt - other.sentAt)) {
      const found = firstFrom(
        versions,
        at,
        (each) => each.at <= sentAt && numberOf(each.pieces, scenario) === pieces,
      );
      if (found === null) {
        const had = versions.map(
          (each) => `${each.pieces} from ${new Date(each.at).toISOString().slice(11, 23)}`,
        );
        const when = new Date(sentAt).toISOString().slice(11, 23);
        return [
          `${sku} was set to ${pieces} at ${when}, which the master had no longer or not yet: ${had.join(', ')}`,
        ];
      }
      at = found;
    }
    return [];
  });
}

function firstFrom(
  versions: readonly Version[],
  from: number,
  isIt: (each: Version) => boolean,
): number | null {
  const found = versions.findIndex((each, index) => index >= from && isIt(each));
  return found < 0 ? null : found;
}

/** What belongs in the follower; null: there is no number. */
function numberOf(pieces: Pieces, { stock }: CatalogueScenario): number | null {
  if (pieces === 'unlimited') return null;
  return pieces === null ? 0 : Math.max(0, pieces - Number(stock.safetyStock));
}
