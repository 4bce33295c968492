/** How two rows compare: negative when the one comes first. */
export type RowOrder<Row> = (one: Row, other: Row) => number;

const dutch = new Intl.Collator('nl');

/** Alphabetically, as the Dutch do. */
export function byText<Row>(read: (row: Row) => string): RowOrder<Row> {
  return (one, other) => dutch.compare(read(one), read(other));
}

export function byNumber<Row>(read: (row: Row) => number): RowOrder<Row> {
  return (one, other) => read(one) - read(other);
}

export function reversed<Row>(order: RowOrder<Row>): RowOrder<Row> {
  return (one, other) => order(other, one);
}

/** By the first of the orders that makes a difference. */
export function inOrder<Row>(...orders: readonly RowOrder<Row>[]): RowOrder<Row> {
  return (one, other) => orders.reduce((result, order) => result || order(one, other), 0);
}
