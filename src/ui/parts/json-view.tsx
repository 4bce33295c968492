import { useContext } from 'hono/jsx';
import type { Texts } from '../../texts/en.ts';
import { ReaderZone, useTexts, useWords } from '../reader.ts';

/**
 * Any record, readable: objects as lists of fields, lists of objects as tables. It knows nothing of any system, so it
 * shows them all: what a word is known for in the reader's words, what only a system calls so as it is written there. Instants, days
 * and amounts stand as people write them; an instant's title is what was written.
 */
type Fields = Readonly<Record<string, unknown>>;

/** Deeper than any system nests. Anything deeper is shown as JSON. */
const maxDepth = 12;
/** Objects with at most this many parts share one cell, without the names. */
const maxInline = 2;
const shortText = 16;

/** Fields of our records that hold money, which is read best with both decimals. */
const amounts = ['gross', 'vat', 'amount', 'unitPrice', 'price', 'listPrice', 'discount', 'refunded'];

type Names = 'said' | 'exact';

interface ViewParts {
  readonly value: unknown;
  /** The field that holds it. */
  readonly field?: string;
  /** `exact`: names as they are written in a configuration. */
  readonly names?: Names;
  readonly depth?: number;
}

export function JsonView({ value, field, names = 'said', depth = 0 }: ViewParts) {
  if (depth > maxDepth) return <code>{JSON.stringify(value)}</code>;
  if (Array.isArray(value)) return <ListView items={value} names={names} depth={depth} />;
  if (isFields(value)) return <FieldsView fields={value} names={names} depth={depth} />;
  return <Scalar value={value} field={field ?? ''} names={names} />;
}

type InnerParts = { readonly names: Names; readonly depth: number };

function FieldsView({ fields, names, depth }: InnerParts & { fields: Fields }) {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  if (entries.length === 0) return <None />;
  return (
    <dl class="fields">
      {entries.map(([name, value]) => (
        <div class={isSimple(value) ? 'field' : 'field nested'}>
          <dt title={name}>
            <FieldName name={name} names={names} />
          </dt>
          <dd>
            <JsonView value={value} field={name} names={names} depth={depth + 1} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function ListView({ items, names, depth }: InnerParts & { items: readonly unknown[] }) {
  const texts = useTexts();
  const zone = useContext(ReaderZone);
  if (items.length === 0) return <None />;
  if (items.every(isFields)) return <TableView rows={items} names={names} depth={depth} />;
  if (items.every(isScalar))
    return <span class="text">{items.map((item) => scalarText(item, texts, zone)).join(', ')}</span>;
  return (
    <ol class="items">
      {items.map((item) => (
        <li>
          <JsonView value={item} names={names} depth={depth + 1} />
        </li>
      ))}
    </ol>
  );
}

function TableView({ rows, names, depth }: InnerParts & { rows: readonly Fields[] }) {
  const columns = idsLast([...new Set(rows.flatMap((row) => Object.keys(row)))]);
  if (columns.length === 0) return <None />;
  return (
    // No landmark: a record has as many of them as it has lists.
    <figure class="scroll" tabindex={0} aria-label={useWords().parts.table}>
      <table class="plain">
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" title={column} class={isFigureColumn(rows, column) ? 'figure' : ''}>
                <FieldName name={column} names={names} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {columns.map((column) => (
                <td class={cellClass(rows, column, row[column])}>
                  <Cell value={row[column]} field={column} names={names} depth={depth + 2} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

/** A wide table is cut at the right: what people read of a line comes before what systems know it by. */
function idsLast(columns: readonly string[]): string[] {
  const isId = (column: string) => /(^|_)id$|Id$/.test(column);
  return [...columns.filter((column) => !isId(column)), ...columns.filter(isId)];
}

/** A pair such as an amount with its currency reads best on one line. Its title names the parts. */
function Cell({ value, field, names, depth }: InnerParts & { value: unknown; field: string }) {
  const texts = useTexts();
  const zone = useContext(ReaderZone);
  const parts = isFields(value) ? Object.entries(value).filter(([, part]) => !isNothing(part)) : [];
  if (parts.length === 0 || parts.length > maxInline || !parts.every(([, part]) => isScalar(part))) {
    return <JsonView value={value} field={field} names={names} depth={depth} />;
  }
  return parts.map(([name, part], index) => (
    <>
      {index > 0 && ' '}
      <span class="text" title={name}>
        {scalarText(part, texts, zone, name)}
      </span>
    </>
  ));
}

function Scalar({ value, field, names }: { value: unknown; field: string; names: Names }) {
  const texts = useTexts();
  const zone = useContext(ReaderZone);
  if (isNothing(value)) return <None />;
  if (names === 'exact' && typeof value === 'string') return <span class="text">{value}</span>;
  const text = scalarText(value, texts, zone, field);
  return isInstant(value) ? (
    <time datetime={value} title={value}>
      {text}
    </time>
  ) : (
    <span class="text">{text}</span>
  );
}

function None() {
  return <span class="none">{useWords().parts.none}</span>;
}

function scalarText(value: unknown, { pages, figures }: Texts, zone: string, field = ''): string {
  const words = pages.parts;
  if (isInstant(value)) return figures.moment(value, zone);
  if (typeof value === 'string')
    return amounts.includes(field) ? figures.amount(padded(value)) : figures.day(value);
  if (value === true) return words.yes;
  if (value === false) return words.no;
  return isNothing(value) ? words.none : String(value);
}

/** ISO 8601 with a zone, as systems write it: `2026-03-02T12:00:00Z`, `…+0100`. */
function isInstant(value: unknown): value is string {
  const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;
  return typeof value === 'string' && instant.test(value) && !Number.isNaN(Date.parse(value));
}

/** `22.8` as `22.80`; what has more decimals keeps them, what is no amount is left alone. */
function padded(value: string): string {
  const [, whole, decimals = ''] = /^(-?\d+)(?:\.(\d*))?$/.exec(value) ?? [];
  return whole === undefined ? value : `${whole}.${decimals.padEnd(2, '0')}`;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

function isSimple(value: unknown): boolean {
  return isScalar(value) || (Array.isArray(value) && value.every(isScalar)) || isEmpty(value);
}

function isEmpty(value: unknown): boolean {
  return isFields(value) && Object.keys(value).length === 0;
}

function isFigure(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value));
}

function isFigureColumn(rows: readonly Fields[], column: string): boolean {
  return rows.every((row) => isNothing(row[column]) || isFigure(row[column]));
}

function cellClass(rows: readonly Fields[], column: string, value: unknown): string {
  if (isFigureColumn(rows, column)) return 'figure';
  return isScalar(value) && String(value).length <= shortText ? 'short' : '';
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

/** `unit_price` is said like `unitPrice`; what is no field of ours may be one that a mapping fills in. */
function FieldName({ name, names }: { name: string; names: Names }) {
  const { fields, targetFields } = useWords();
  const ours = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const said = names === 'said' ? (wordOf(ours, fields) ?? wordOf(name, targetFields)) : undefined;
  return said ?? <code>{name}</code>;
}

function wordOf(name: string, words: Readonly<Record<string, string>>): string | undefined {
  return Object.hasOwn(words, name) ? words[name] : undefined;
}
