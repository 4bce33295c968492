/** Where a system looks for its caller's credentials: a bearer token, its own header, a query parameter, or Basic. */
export type Showing =
  | { readonly in: 'bearer' }
  | { readonly in: 'header'; readonly name: string }
  | { readonly in: 'query'; readonly name: string }
  | { readonly in: 'basic' };

/** Returns what the caller shows there (for Basic as `user:password`), or null when it shows nothing. */
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

/** A header that does not consist of two parts with one space between them counts as missing. */
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
