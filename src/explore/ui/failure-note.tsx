import type { Failure } from '../model/knowledge.js';
import { isAboutAccess } from '../model/plain-words.js';
import { AccessButton } from './access.js';

interface Props {
  /** What did not work, such as "The links could not be counted". */
  readonly what: string;
  readonly failure: Failure;
  readonly retry?: () => void;
}

/** Says what could not be asked and why. It never looks like an empty answer. */
export function FailureNote({ what, failure, retry }: Props) {
  const { code, message } = failure;
  return (
    <div class="failure" role="alert">
      <strong>{what}.</strong> {message} <code>{code}</code>
      {retry && (
        <button type="button" onClick={retry}>
          Try again
        </button>
      )}
      {retry && isAboutAccess(failure) && <AccessButton changed={retry} />}
    </div>
  );
}
