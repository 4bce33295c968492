import { connectorById, connectors } from '../../connectors/registry.ts';
import { flows } from '../../flows/registry.ts';
import { whatOf } from '../parts/flow-name.tsx';
import { useWords } from '../reader.ts';
import { documents } from './documents.ts';

/** What goes between two sides, and which way. */
interface Carried {
  readonly flow: string;
  readonly forth: boolean;
  readonly back: boolean;
}

interface Sides {
  readonly left: string;
  readonly right: string;
  readonly carried: readonly Carried[];
}

const width = 430;
const box = 150;
const row = 40;

/** What a manual is about, drawn: of a system all that it can do, of a recipe what it sets up. The text says the same. */
export function Picture({ name }: { name: string }) {
  const words = useWords();
  const sides = name.startsWith('connectors/')
    ? ofSystem(name.slice('connectors/'.length), words.help.others)
    : ofRecipe(name);
  if (sides === null) return null;
  const { left, right, carried } = sides;
  const height = row * carried.length + 16;
  return (
    <svg class="picture" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      <Side x={0} height={height} name={left} />
      <Side x={width - box} height={height} name={right} />
      {carried.map(({ flow, forth, back }, index) => {
        const y = 8 + row * (index + 0.72);
        return (
          <>
            <text x={width / 2} y={y - 9}>
              {whatOf(flow, words)}
            </text>
            <path d={arrow(y, forth, back)} />
          </>
        );
      })}
    </svg>
  );
}

function Side({ x, height, name }: { x: number; height: number; name: string }) {
  return (
    <>
      <rect x={x + 1} y="1" width={box - 2} height={height - 2} rx="9" />
      <text class="side" x={x + box / 2} y={height / 2 + 5}>
        {name}
      </text>
    </>
  );
}

function arrow(y: number, forth: boolean, back: boolean): string {
  const [from, to] = [box + 14, width - box - 14];
  const head = (x: number, by: number) => `M${x + by} ${y - 6}L${x} ${y}L${x + by} ${y + 6}`;
  return `M${from} ${y}H${to}${forth ? head(to, -8) : ''}${back ? head(from, 8) : ''}`;
}

/** Null for a system that the registry does not have. */
function ofSystem(id: string, others: string): Sides | null {
  const system = connectorById(id);
  if (system === undefined) return null;
  const rest = connectors.filter((other) => other !== system);
  const carried = flows.map((flow) => ({
    flow: flow.name,
    forth: rest.some((other) => flow.supports(system, other)),
    back: rest.some((other) => flow.supports(other, system)),
  }));
  return {
    left: shortened(system.name),
    right: others,
    carried: carried.filter(({ forth, back }) => forth || back),
  };
}

/** What the document of a recipe sets up; null for a page that has none. */
function ofRecipe(name: string): Sides | null {
  const [, json] =
    /^```json\n(.*?)^```/ms.exec(name.startsWith('recipes/') ? (documents[name] ?? '') : '') ?? [];
  if (json === undefined) return null;
  const document = JSON.parse(json) as {
    readonly connections: Readonly<Record<string, { readonly connector: string }>>;
    readonly flows: readonly { readonly flow: string; readonly from: string; readonly to: string }[];
  };
  const [left = '', right = ''] = Object.keys(document.connections);
  const nameOf = (connection: string) =>
    shortened(connectorById(document.connections[connection]?.connector ?? '')?.name ?? connection);
  const goes = (flow: string, from: string) =>
    document.flows.some((each) => each.flow === flow && each.from === from);
  const kinds = [...new Set(document.flows.map(({ flow }) => flow))];
  const carried = kinds.map((flow) => ({ flow, forth: goes(flow, left), back: goes(flow, right) }));
  return { left: nameOf(left), right: nameOf(right), carried };
}

/** `Ecwid by Lightspeed` has no room. */
function shortened(name: string): string {
  return name.replace(/ by .*$/, '');
}
