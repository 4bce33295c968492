import type { Entries } from '../engine/configuration/form/sent.ts';
import type { PageContext } from './web-page.tsx';

/** The text fields of a form that was sent; what is missing is empty. */
export async function readForm<Name extends string>(
  context: PageContext,
  ...names: readonly Name[]
): Promise<Record<Name, string>> {
  const body = await context.req.parseBody();
  const fields = names.map((name) => {
    const value = body[name];
    return [name, typeof value === 'string' ? value : ''];
  });
  return Object.fromEntries(fields) as Record<Name, string>;
}

/** All that a form sends, in its order, and beside it the fields of these names; what is missing of them is empty. */
export async function readEntries<Name extends string>(
  context: PageContext,
  ...names: readonly Name[]
): Promise<{ readonly own: Record<Name, string>; readonly entries: Entries }> {
  const body = await context.req.parseBody({ all: true });
  const all = Object.entries(body).flatMap(([name, value]) =>
    [value].flat().flatMap((each) => (typeof each === 'string' ? [[name, each] as const] : [])),
  );
  const own = names.map((name) => [name, all.find(([each]) => each === name)?.[1] ?? '']);
  const isOwn = (name: string) => (names as readonly string[]).includes(name);
  return {
    own: Object.fromEntries(own) as Record<Name, string>,
    entries: all.filter(([name]) => !isOwn(name)),
  };
}

/** Of a field that may be there several times, such as boxes that are ticked, all texts. */
export async function readAll(context: PageContext, name: string): Promise<string[]> {
  const body = await context.req.parseBody({ all: true });
  return [body[name] ?? []].flat().filter((each) => typeof each === 'string');
}

/** What stands in the file that was sent with a form; null where there is none. */
export async function fileIn(context: PageContext): Promise<string | null> {
  const { file } = await context.req.parseBody();
  return file instanceof File && file.size > 0 ? file.text() : null;
}
