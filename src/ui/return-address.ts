/**
 * Only pages of this site, with what was asked of them: another address, or `//host`, would send people away after they log in. A
 * query is of the signs that browsers leave in one.
 */
const ownPage =
  /^\/(?:new|access|alerts|audit|integrations\/[a-z0-9-]{1,40}(?:\/[\w.:%~/-]*)?)?(?:\?[!-~]*)?$/;

/** Where to go after logging in: the page that was asked for, where it is one of this site; else the first one. */
export function returnAddress(asked: string): string {
  return ownPage.test(asked) ? asked : '/';
}
