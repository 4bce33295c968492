import { connectors } from '../src/connectors/registry.ts';
import { flows } from '../src/flows/registry.ts';

/** Which flows can go from one system to another, as a Markdown table: rows are sources, columns targets. */
export function capabilitiesTable(): string {
  const rows = connectors.map((source) => {
    const cells = connectors.map((target) =>
      source === target
        ? '–'
        : flows
            .filter((flow) => flow.supports(source, target))
            .map(({ name }) => name)
            .join(', '),
    );
    return `| **${source.name}**${source.webhook ? '' : ' (polled)'} | ${cells.join(' | ')} |`;
  });
  return [
    `| from ↓ to → | ${connectors.map(({ name }) => name).join(' | ')} |`,
    `|---|${connectors.map(() => '---|').join('')}`,
    ...rows,
  ].join('\n');
}
