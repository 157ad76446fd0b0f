import type { Failure } from '../model/knowledge.js';

interface Props {
  /** What did not work, such as "The links could not be counted". */
  readonly what: string;
  readonly failure: Failure;
  readonly retry?: () => void;
}

/** Says what could not be asked and why. It never looks like an empty answer. */
export function FailureNote({ what, failure: { code, message }, retry }: Props) {
  return (
    <div class="failure" role="alert">
      <strong>{what}.</strong> {message} <code>{code}</code>
      {retry && (
        <button type="button" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  );
}
