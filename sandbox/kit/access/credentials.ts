/** Where a system looks for what its caller shows: a bearer token, a header of its own, a parameter of the query, Basic. */
export type Showing =
  | { readonly in: 'bearer' }
  | { readonly in: 'header'; readonly name: string }
  | { readonly in: 'query'; readonly name: string }
  | { readonly in: 'basic' };

/** What the caller shows there, with Basic as `user:password`; null when there is nothing. */
export function shownBy(request: Request, place: Showing): string | null {
  switch (place.in) {
    case 'bearer':
      return authorization(request, /^Bearer (\S+)$/i);
    case 'header':
      return request.headers.get(place.name);
    case 'query':
      return new URL(request.url).searchParams.get(place.name);
    case 'basic':
      return decoded(authorization(request, /^Basic (\S+)$/i));
  }
}

/** A header that is not two parts with one space between counts as none. */
function authorization(request: Request, form: RegExp): string | null {
  return form.exec(request.headers.get('Authorization') ?? '')?.[1] ?? null;
}

function decoded(text: string | null): string | null {
  if (text === null) return null;
  try {
    return atob(text);
  } catch {
    return null;
  }
}
