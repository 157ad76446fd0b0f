import { usePage } from '../../state/page.js';

interface Props {
  readonly text: string;
  /** What Stop ends, for those who hear it. */
  readonly what: string;
}

/** Says that a search runs, and lets the visitor stop it. */
export function Running({ text, what }: Props) {
  const { explorer } = usePage();
  return (
    <p class="actions counting">
      <span role="status">{text} …</span>
      <button
        type="button"
        onClick={() => {
          explorer.stop();
        }}
      >
        Stop<span class="visually-hidden"> {what}</span>
      </button>
    </p>
  );
}
