import { compileExpression } from '../../../mapping/expression.ts';
import { orderStep } from '../state.ts';
import type { OrderWork } from '../work.ts';

/**
 * Writes the note back to the source, and then forgets the step. A death in between leaves the step, and this is done
 * again; repeating it changes nothing.
 */
export async function finishBooking(work: OrderWork, targetId: string, reference: string): Promise<void> {
  const { context, endpoints } = work;
  const { writeBack } = context.settings;
  if (writeBack && endpoints.source.writeBack) {
    const note = writeBack.note && (await noteOf(writeBack.note, work, targetId, reference));
    await endpoints.source.writeBack(context.source.api, context.key, {
      ...(writeBack.status === undefined ? {} : { status: writeBack.status }),
      ...(note ? { note } : {}),
    });
  }
  context.steps.forget(orderStep(context.key));
}

async function noteOf(
  expression: string,
  { order }: OrderWork,
  id: string,
  reference: string,
): Promise<string | undefined> {
  const compiled = compileExpression(expression, 'writeBack.note');
  const value = await compiled.evaluate({ order, document: { id, reference } });
  return value === undefined ? undefined : String(value);
}
