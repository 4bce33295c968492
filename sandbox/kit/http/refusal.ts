/** An answer that says no. It is thrown wherever that becomes clear; a system has factories for its own form of it. */
export class Refusal<Content = unknown> extends Error {
  readonly status: number;
  /** The body, or what the system makes its body of. */
  readonly content: Content;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    message: string,
    content: Content,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.status = status;
    this.content = content;
    this.headers = headers;
  }

  toResponse(): Response {
    return jsonAnswer(this.content, this.status, this.headers);
  }
}

export function jsonAnswer(
  body: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
  });
}
