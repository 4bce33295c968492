/** Where a page of docs/ stands in /help, by its path there: manuals of systems are the ones that people type. */
export function helpAddress(document: string): string {
  return `/help/${document.replace(/^connectors\//, '')}`;
}

/** The page of docs/ that an address of /help asks for, if its rest names one. */
export function documentAt(rest: string, documents: Readonly<Record<string, string>>): string | undefined {
  return [rest, `connectors/${rest}`].find((name) => Object.hasOwn(documents, name));
}

/**
 * What a link of a page of docs/ leads to, as that page's `/help` has it. Null for what /help has no page of: such a link is
 * its words alone.
 */
export function linkedFrom(
  document: string,
  href: string,
  isKnown: (name: string) => boolean,
): string | null {
  if (/^(?:https?:|mailto:|#)/.test(href)) return href;
  const { pathname, hash } = new URL(href, `https://docs.example/docs/${document}.md`);
  const name = /^\/docs\/(.+)\.md$/.exec(pathname)?.[1];
  return name !== undefined && isKnown(name) ? `${helpAddress(name)}${hash}` : null;
}
