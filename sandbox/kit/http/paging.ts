interface NumberedPage<Row> {
  readonly rows: Row[];
  /** The number of the last page that has rows; 1 when there are none. */
  readonly last: number;
}

/** Pages that are asked by number, from 1 on. A page beyond the last is empty. */
export function numberedPage<Row>(rows: readonly Row[], number: number, size: number): NumberedPage<Row> {
  return {
    rows: rows.slice((number - 1) * size, number * size),
    last: Math.max(1, Math.ceil(rows.length / size)),
  };
}

/** Pages that are asked by how many rows come before them. */
export function pageFrom<Row>(rows: readonly Row[], offset: number, limit: number): Row[] {
  return rows.slice(offset, offset + limit);
}
