/** Whether a row of a list is found. */
export type RowTest<Row> = (row: Row) => boolean;

/** All of the tests together. Those that are undefined were not asked for. */
export function allOf<Row>(tests: readonly (RowTest<Row> | undefined)[]): RowTest<Row> {
  const asked = tests.filter((test) => test !== undefined);
  return (row) => asked.every((test) => test(row));
}

export function isSame<Row>(value: unknown, read: (row: Row) => unknown): RowTest<Row> | undefined {
  return value === undefined ? undefined : (row) => read(row) === value;
}

/** Any of what the row holds is among the values. */
export function isAmong<Row>(
  values: readonly string[] | undefined,
  read: (row: Row) => readonly string[],
): RowTest<Row> | undefined {
  return values === undefined ? undefined : (row) => read(row).some((each) => values.includes(each));
}

/** Both ends belong to the range. A row without a value is outside. */
export function isBetween<Row>(
  from: number | undefined,
  to: number | undefined,
  read: (row: Row) => number | null,
): RowTest<Row> | undefined {
  if (from === undefined && to === undefined) return undefined;
  return (row) => {
    const value = read(row);
    return (
      value !== null &&
      value >= (from ?? Number.NEGATIVE_INFINITY) &&
      value <= (to ?? Number.POSITIVE_INFINITY)
    );
  };
}

/** Any part of any of the texts, in any case. */
export function holdsWords<Row>(
  words: string | undefined,
  read: (row: Row) => readonly unknown[],
): RowTest<Row> | undefined {
  const wanted = words?.toLowerCase();
  if (wanted === undefined) return undefined;
  return (row) =>
    read(row).some((text) =>
      String(text ?? '')
        .toLowerCase()
        .includes(wanted),
    );
}
