import { PostForm } from '../rights.tsx';

interface PreviewParts {
  /** The integration's. */
  readonly id: string;
  /** The flow's id. */
  readonly flow: string;
  /** The source's id of it. */
  readonly record: string;
  readonly text: string;
  /** What is previewed, for people who do not see where the button stands. */
  readonly about?: string;
}

/** Previews one record at once: it calls both systems, so that no link may do it, though it looks like one. */
export function PreviewButton({ id, flow, record, text, about }: PreviewParts) {
  return (
    <PostForm action={`/integrations/${id}/preview`}>
      <input type="hidden" name="flow" value={flow} />
      <input type="hidden" name="key" value={record} />
      <button type="submit" class="link-button inline">
        {text}
        {about !== undefined && <span class="unseen"> {about}</span>}
      </button>
    </PostForm>
  );
}
