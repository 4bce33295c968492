import type { IntegrationDocument } from './configuration.ts';

/**
 * A document of then as it can stand today: connections go by the names that they were given since, and what opens them is that of
 * today wherever there is the same one. Its state stays as it is.
 */
export function restoredDocument(
  { state: _, ...then }: IntegrationDocument,
  today: IntegrationDocument,
  aliases: Readonly<Record<string, string>>,
): IntegrationDocument {
  const nameToday = (name: string) => {
    const given = aliases[name];
    const isFree = given !== undefined && !Object.hasOwn(then.connections, given);
    return isFree && Object.hasOwn(today.connections, given) ? given : name;
  };
  const connections = Object.entries(then.connections).map(([name, connection]) => {
    const own = nameToday(name);
    const there = Object.hasOwn(today.connections, own) ? today.connections[own] : undefined;
    return [own, there?.connector === connection.connector ? there : connection] as const;
  });
  return {
    ...then,
    connections: Object.fromEntries(connections),
    flows: then.flows.map((flow) => ({ ...flow, from: nameToday(flow.from), to: nameToday(flow.to) })),
  };
}
