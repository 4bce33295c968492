import type { Erased, FoundPerson } from '../../engine/privacy/erase-person.ts';
import { Notice } from '../parts/notice.tsx';
import { useTexts, useWords } from '../reader.ts';
import { PostForm } from '../rights.tsx';
import type { Told } from './index.tsx';

interface EraseParts {
  /** The integration's. */
  readonly id: string;
  readonly told: Told;
}

/** Erasing a person: what would go comes first, and then the button. */
export function ErasePerson({ id, told: { found, erased, email = '', wrong = [] } }: EraseParts) {
  const words = useWords().erasing;
  const action = `/integrations/${id}/privacy`;
  const isWrong = wrong.some(({ control }) => control === 'email');
  return (
    <section class="card" aria-labelledby="erase">
      <h2 id="erase">{words.heading}</h2>
      <p>{words.help}</p>
      {erased !== undefined && <ErasedNotices erased={erased} />}
      <PostForm action={action} class="row-form">
        <div class="control grow">
          <label for="email">{words.email}</label>
          <input
            id="email"
            name="email"
            type="email"
            value={email}
            required
            maxlength={320}
            autocomplete="off"
            {...(isWrong ? { 'aria-invalid': 'true' as const } : {})}
          />
        </div>
        <button type="submit" class="button" name="do" value="look">
          {words.look}
        </button>
      </PostForm>
      {found !== undefined && <Found found={found} email={email} action={action} />}
      {erased?.cursor !== undefined && (
        <EraseForm action={action} email={email} cursor={erased.cursor} button={words.goOn} />
      )}
    </section>
  );
}

function Found({ found, email, action }: { found: FoundPerson; email: string; action: string }) {
  const { pages, figures } = useTexts();
  const words = pages.erasing;
  const { links, activity, mentions, unopened = 0, cursor } = found;
  const isNothing = links + activity + mentions + unopened === 0 && cursor === undefined;
  if (isNothing) return <Notice tone="good">{words.nothingKept}</Notice>;
  const counts = [
    [words.kinds.links, links],
    [words.kinds.activity, activity],
    [words.kinds.mentions, mentions],
  ] as const;
  return (
    <>
      <h3>{words.wouldGo(email)}</h3>
      <table class="plain totals">
        <thead>
          <tr>
            <th scope="col">{words.kind}</th>
            <th scope="col" class="figure">
              {words.count}
            </th>
          </tr>
        </thead>
        <tbody>
          {counts.map(([name, count]) => (
            <tr>
              <th scope="row">{name}</th>
              <td class="figure">{figures.number(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {cursor !== undefined && <Notice tone="quiet">{words.moreToSearch}</Notice>}
      {unopened > 0 && <Notice tone="bad">{words.unopened(unopened)}</Notice>}
      <EraseForm action={action} email={email} button={words.erase} />
    </>
  );
}

interface FormParts {
  readonly action: string;
  readonly email: string;
  readonly cursor?: string;
  readonly button: string;
}

function EraseForm({ action, email, cursor, button }: FormParts) {
  const words = useWords().erasing;
  return (
    <PostForm action={action} class="stack">
      <input type="hidden" name="email" value={email} />
      {cursor !== undefined && <input type="hidden" name="cursor" value={cursor} />}
      <label class="check">
        <input id="sure" type="checkbox" name="sure" value="yes" required />
        <span>{words.sure}</span>
      </label>
      <button type="submit" class="button danger" name="do" value="erase">
        {button}
      </button>
    </PostForm>
  );
}

function ErasedNotices({ erased: { links, activity, unopened = 0, cursor } }: { erased: Erased }) {
  const words = useWords().erasing;
  return (
    <>
      {cursor === undefined || links + activity > 0 ? (
        <Notice tone="good">
          {links + activity === 0 ? words.nothingKept : words.erased(links, activity)}
        </Notice>
      ) : null}
      {cursor !== undefined && <Notice tone="bad">{words.unfinished}</Notice>}
      {unopened > 0 && <Notice tone="bad">{words.unopened(unopened)}</Notice>}
    </>
  );
}
