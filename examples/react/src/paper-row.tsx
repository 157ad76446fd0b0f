import { useLazyQuery } from '@apollo/client/react';
import { useState } from 'react';

import { type PaperFragment, PaperSummaryDocument } from './generated/graphql.js';
import { useResponses } from './responses.js';

export interface PaperRowProps {
  readonly paper: PaperFragment;
  readonly isChosen: boolean;
  readonly onChoose: (uid: string) => void;
}

/** A paper of a list. One whose summary failed says so, and can be loaded again alone. */
export function PaperRow({ paper: { uid, title, journal, pubDate }, isChosen, onChoose }: PaperRowProps) {
  const failure = useResponses().failures.get(uid);
  if (title == null && failure) {
    return (
      <li className="failed">
        <p>
          Paper {uid} could not be loaded. <code>{failure.code}</code>
        </p>
        <TryAgain uid={uid} wait={failure.retryAfterMs} />
      </li>
    );
  }
  const choose = (): void => {
    onChoose(uid);
  };
  return (
    <li>
      <button className="paper" aria-pressed={isChosen} onClick={choose}>
        {title ?? '(no title)'}
        <small>{[journal, pubDate].filter(Boolean).join(', ')}</small>
      </button>
    </li>
  );
}

/** Requests one record again, not before the server advises. The list shows it, since the cache has each record once. */
function TryAgain({ uid, wait }: { readonly uid: string; readonly wait: number }) {
  const [load] = useLazyQuery(PaperSummaryDocument, { fetchPolicy: 'network-only', errorPolicy: 'all' });
  const [isTrying, setIsTrying] = useState(false);
  const tryAgain = async (): Promise<void> => {
    setIsTrying(true);
    await new Promise((resolve) => setTimeout(resolve, wait));
    await load({ variables: { uid } });
    setIsTrying(false);
  };
  return (
    <button disabled={isTrying} onClick={() => void tryAgain()}>
      {isTrying ? 'Trying …' : 'Try again'}
    </button>
  );
}
