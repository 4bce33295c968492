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
