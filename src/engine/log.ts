/** One JSON line per event. Ids, codes and counts only: no personal data, no secrets. */
export interface Log {
  info(event: string, fields: Readonly<Record<string, string | number | boolean | null>>): void;
  error(
    event: string,
    fields: Readonly<Record<string, string | number | boolean | null>>,
    error: unknown,
  ): void;
}

export function consoleLog(integration: string): Log {
  return {
    info: (event, fields) => console.log(JSON.stringify({ event, integration, ...fields })),
    error: (event, fields, error) =>
      // The stack tells where; a message could carry data of a record.
      console.error(JSON.stringify({ event, integration, ...fields, at: places(error) })),
  };
}

function places(error: unknown): string[] {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return stack
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 5)
    .map((line) => line.trim());
}
