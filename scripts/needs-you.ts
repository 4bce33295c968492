import type { View } from './koppel-api.ts';

/** What needs a person, and where: a line per problem, or that nothing does. */
export function needsYou(url: string, views: readonly View[]): string {
  const lines = views.flatMap(({ id, name, problems }) =>
    problems.map(({ message, action, count }) => {
      const many = count === undefined ? '' : ` (${count === 1 ? '1 record' : `${count} records`})`;
      return `  ${name}${many}: ${message} ${action}\n      ${url}/integrations/${id}#problems`;
    }),
  );
  return lines.length === 0
    ? 'Nothing needs you.'
    : `${lines.length === 1 ? 'This needs' : 'These need'} you:\n${lines.join('\n')}`;
}
