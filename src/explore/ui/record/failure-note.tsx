import { canBeRetried, type Failure, isAboutAccess } from '../../gateway/failure-text.js';
import { AccessButton } from '../access/access.js';
import { RetryTime } from './retry-time.js';

interface Props {
  /** What failed, as a sentence without its full stop. */
  readonly what: string;
  readonly failure: Failure;
  readonly retry?: () => void;
}

/** Says what failed and why. It never looks like an empty answer. */
export function FailureNote({ what, failure, retry }: Props) {
  const { code, message, retryAt } = failure;
  return (
    <div class="failure" role="alert">
      <strong>{what}.</strong> {message} <RetryTime at={retryAt} /> <code>{code}</code>
      {retry && canBeRetried(failure) && (
        <button type="button" onClick={retry}>
          Try again
        </button>
      )}
      {retry && isAboutAccess(failure) && <AccessButton changed={retry} />}
    </div>
  );
}
