/** What only a till has (sheet 10). */
export interface Cashup {
  readonly id: number;
  readonly number: number;
  readonly openedAt: number;
  /** Null: still open. */
  readonly closedAt: number | null;
}

/** What the terminal printed for a payment. Its fields are not known: no more than that it is there. */
export interface Receipt {
  readonly id: number;
  readonly orderId: number;
  readonly createdAt: number;
}

export interface Signature {
  readonly id: number;
  readonly orderId: number;
  readonly createDate: string;
  readonly type: string;
  readonly identifier: string;
  readonly data: string;
}
