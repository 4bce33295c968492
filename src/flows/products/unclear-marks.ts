/** Marks in facts in the place of fingerprints and ids, mostly of what was sent and may not be there. */

/** In the place of a fingerprint: whatever is said is something else. */
export const unclear = '?';

export function marked(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, unclear]));
}

/** In the place of a fingerprint, of the pictures as a whole: those of both sides have met. */
export const met = 'met';

const picture = '? ';

/** In the place of a picture's id: it may stand there under this name. */
export function unclearPicture(fileName: string): string {
  return `${picture}${fileName}`;
}

const leaving = '- ';

/** In the place of a picture's id: Koppel meant to take it away, and it may be gone. */
export function leavingPicture(id: string): string {
  return `${leaving}${id}`;
}

const unfinished = '! ';

/** In the place of a picture's id: it stands there, and is to be described. Without an id it is one that the target named itself. */
export function unfinishedPicture(id: string): string {
  return `${unfinished}${id}`;
}

/** The id of one that is to be described; null of all others. */
export function unfinishedId(id: string): string | null {
  return id.startsWith(unfinished) ? id.slice(unfinished.length) : null;
}

/** The id that a fact of a picture names; null where it names none that is to stand there. */
export function pictureId(fact: string): string | null {
  if (fact.startsWith(picture) || fact.startsWith(leaving)) return null;
  return (unfinishedId(fact) ?? fact) || null;
}

/** Settles what is not clear: pictures that stand there go by their ids, and the others are forgotten. `idOf`: the target's id by file name. */
export function clearedPictures(
  facts: Readonly<Record<string, string>>,
  idOf: (fileName: string) => string | undefined,
  isStanding: (id: string) => boolean,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([version, id]) => {
      if (id.startsWith(leaving)) {
        const left = id.slice(leaving.length);
        return isStanding(left) ? [[version, left]] : [];
      }
      const found = id.startsWith(picture) ? idOf(id.slice(picture.length)) : id;
      return found === undefined ? [] : [[version, found]];
    }),
  );
}
