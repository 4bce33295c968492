import { columns, isIn, isSale, joined } from './register.ts';
import { differs, isApart } from './register-as-made.ts';
import { cursorOf, fromRow, type RegisterCursor, type RegisterRow } from './register-row.ts';
import { type Sql, whereOf } from './sql.ts';

/**
 * The migration that lets the shop be compared with the books. Orders that differ have an index of their own: the others, nearly all,
 * have no entry there and cost nothing. The sums of a day tell of all its orders now, also of those that were not read: so they go when one
 * comes, and those that were kept before go once.
 */
export const registerApart = `
  CREATE INDEX register_apart ON register (day, at) WHERE currency IS NOT NULL AND rest IN ('booked', 'credited')
    AND (ifnull(CAST(booked AS REAL), 0) <> ifnull(CAST(gross AS REAL), 0)
  OR ifnull(CAST(credited AS REAL), 0) <> ifnull(CAST(refunded AS REAL), 0));
  DROP TRIGGER register_day_changed;
  DROP TRIGGER register_day_left;
  CREATE TRIGGER register_day_came AFTER INSERT ON register
  BEGIN
    DELETE FROM register_days WHERE day = NEW.day;
  END;
  CREATE TRIGGER register_day_changed AFTER UPDATE ON register
  BEGIN
    DELETE FROM register_days WHERE day IN (OLD.day, NEW.day);
  END;
  CREATE TRIGGER register_day_left AFTER DELETE ON register
  BEGIN
    DELETE FROM register_days WHERE day = OLD.day;
  END;
  DELETE FROM register_days;
`;

/** How an order stands that the books do not have. */
export const openStates = ['parked', 'waiting', 'skipped', 'queued'] as const;
type OpenState = (typeof openStates)[number];

interface ApartFilter {
  /** Days, both included. */
  readonly from: string;
  readonly to: string;
  /** Ids of flows between places; all flows where it is left out. */
  readonly flows?: readonly string[] | undefined;
  /** Only these are looked for: whoever knows the sums of the days knows which there are. */
  readonly states: readonly OpenState[];
  readonly after?: RegisterCursor | undefined;
}

/**
 * Orders that the books do not have, and those of which they have something else than the shop says; those that were placed last first. Each kind
 * is found by its index, so that no more is read than a page of each.
 */
export function ordersApart(sql: Sql, filter: ApartFilter, limit: number): RegisterRow[] {
  const of = (table: string, condition: string, value?: string) =>
    read(sql, table, condition, value, filter, limit);
  const missing = filter.states.flatMap((state) =>
    of('register', `${isIn(state)} AND ${isSale} AND (target_id IS NULL OR ${otherwise})`, state),
  );
  const booked = of(
    'register INDEXED BY register_apart',
    `${isApart} AND register.state NOT IN ('parked', 'waiting')`,
  );
  return [...missing, ...booked].sort(byLatest).slice(0, limit);
}

/** Of one that has its document all the same, and is no receipt: its day counts. */
const otherwise = `(currency IS NOT NULL AND rest <> 'in_day' AND ${differs})`;

function read(
  sql: Sql,
  table: string,
  condition: string,
  value: string | undefined,
  { from, to, flows, after }: ApartFilter,
  limit: number,
): RegisterRow[] {
  const { where, bindings } = whereOf([
    ['register.day >= ?', from],
    ['register.day <= ?', after === undefined || after[0] > to ? to : after[0]],
    ['+register.flow IN (SELECT value FROM json_each(?))', flows && JSON.stringify(flows)],
  ]);
  const goesOn =
    after === undefined ? '' : 'AND (register.day, register.at, register.flow, register.key) < (?, ?, ?, ?)';
  return sql
    .exec(
      `SELECT ${columns} FROM ${table} ${joined} ${where} AND ${condition} ${goesOn}
       ORDER BY register.day DESC, register.at DESC, register.flow DESC, register.key DESC LIMIT ?`,
      ...bindings,
      ...(value === undefined ? [] : [value]),
      ...(after ?? []),
      limit,
    )
    .map(fromRow);
}

function byLatest(a: RegisterRow, b: RegisterRow): number {
  const [left, right] = [cursorOf(a), cursorOf(b)];
  const at = left.findIndex((part, index) => part !== right[index]);
  const [one, other] = [left[at], right[at]];
  return at < 0 || one === undefined || other === undefined ? 0 : one < other ? 1 : -1;
}
