/** An answer in Ecwid's error form (sheet 2.5). The texts are partly inferred. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }

  toResponse(): Response {
    const { status, code, message, headers } = this;
    return jsonAnswer({ errorMessage: message, errorCode: code }, status, headers);
  }
}

export function jsonAnswer(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}) {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
  });
}

export function wrongParameter(message: string): Refusal {
  return new Refusal(400, 'WRONG_PARAMETER', message);
}

export function orderNotFound(id: string): Refusal {
  return new Refusal(404, 'ORDER_NOT_FOUND', `Order #${id} not found`);
}

/** The list of codes has none for customers (sheet 2.5). */
export function customerNotFound(id: string): Refusal {
  return new Refusal(404, 'CUSTOMER_NOT_FOUND', `Customer #${id} not found`);
}
