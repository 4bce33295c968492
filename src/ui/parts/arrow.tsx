import { useWords } from '../reader.ts';

/** From one system to another. */
export function Arrow() {
  const { to } = useWords().parts;
  return (
    <>
      <span aria-hidden="true">→</span>
      <span class="unseen">{to}</span>
    </>
  );
}
