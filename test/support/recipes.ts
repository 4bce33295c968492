/** The recipes of the docs, taken as they stand: only the keys are those of the sandbox. */
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { credentials } from './systems.ts';

const folder = 'docs/recipes';
const keys: Readonly<Record<string, Readonly<Record<string, string>>>> = credentials;

const document = z.looseObject({
  connections: z.record(
    z.string(),
    z.object({ connector: z.string(), credentials: z.record(z.string(), z.string()) }),
  ),
  flows: z.array(z.looseObject({ flow: z.string(), from: z.string(), to: z.string() })),
});

export type RecipeDocument = z.infer<typeof document>;

/** Their names, such as `jortt-ecwid`. */
export const recipeNames = readdirSync(folder).map((file) => file.replace(/\.md$/, ''));

/** Everything that a recipe has in JSON, as it is written there. */
export function jsonOf(name: string): unknown[] {
  const page = readFileSync(`${folder}/${name}.md`, 'utf8');
  return [...page.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(([, text = '']) => JSON.parse(text));
}

/** The integration of a recipe, with the sandbox's keys, and live. */
export function playedRecipe(name: string): RecipeDocument {
  const { state: _, ...recipe } = document.parse(jsonOf(name)[0]);
  const connections = Object.entries(recipe.connections).map(
    ([each, { connector, credentials: written }]) => [
      each,
      { connector, credentials: { ...written, ...keys[connector] } },
    ],
  );
  return { ...recipe, connections: Object.fromEntries(connections) };
}

/** The kinds of orders of a system that a recipe has in a table: what stands before what becomes of each. */
export function kindsOf(name: string): string[] {
  const page = readFileSync(`${folder}/${name}.md`, 'utf8');
  const [, rows = ''] = /^\| order(?: in \w+)? \|.*\n\|[-|]+\n((?:\|.*\n)*)/m.exec(page) ?? [];
  return [...rows.matchAll(/^\| (.*?) \|/gm)].map(([, kind = '']) => kind);
}
