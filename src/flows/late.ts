/**
 * Whoever works for a system goes on after Koppel hung up: for as long as that may be a flow knows what it sent, and takes what stands there
 * and is just that for nobody's change. That ends with a look, and not by the clock alone: where nobody could look for long, the first look
 * finds what was done meanwhile.
 */

/** What may still be done of one thing that was sent. */
export interface Late {
  /** Epoch ms. */
  readonly until: number;
}

/**
 * What is left of it after a look at where it was sent to. Of what can no longer be done only that is left which the look found (`foundOf`; null:
 * nothing); whatever comes to stand there later is somebody's change. The same list where nothing is over.
 */
export async function afterLook<Each extends Late>(
  late: readonly Each[],
  now: Date,
  foundOf: (each: Each) => Promise<Each | null>,
): Promise<readonly Each[]> {
  const isOver = ({ until }: Late) => until <= now.getTime();
  if (!late.some(isOver)) return late;
  const left: Each[] = [];
  for (const each of late) {
    const found = isOver(each) ? await foundOf(each) : each;
    if (found !== null) left.push(found);
  }
  return left;
}
