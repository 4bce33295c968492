import { useInWords } from '../reader.ts';

/** Why a try ended as it did, in words. The API puts the code of a problem before its sentence; people read the sentence. */
export function Why({ reason }: { reason: string }) {
  const inWords = useInWords();
  const [, code, sentence] = /^([a-z][a-z_]*): (.+)$/s.exec(reason) ?? [];
  return sentence === undefined ? <>{inWords(reason)}</> : <span title={code}>{inWords(sentence)}</span>;
}
