interface Line {
  readonly price: string;
  readonly quantity: string;
}

interface Change {
  /** Of the line in the basket. */
  readonly position: number;
  readonly price?: string | undefined;
  readonly quantity?: string | undefined;
}

/** The basket after the merchant has edited its lines. What a change leaves out stays. */
export function withChangedLines<Basket extends { readonly lines: readonly Line[] }>(
  basket: Basket,
  changes: readonly Change[],
): Basket {
  const lines = basket.lines.map((line, index) => {
    const change = changes.find(({ position }) => position === index);
    return { ...line, price: change?.price ?? line.price, quantity: change?.quantity ?? line.quantity };
  });
  return { ...basket, lines };
}
