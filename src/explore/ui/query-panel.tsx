import { useRef, useState } from 'preact/hooks';

import type { Action } from '../explorer.js';
import { answersKnownDocumentsOnly } from '../gateway.js';
import { HAS_GRAPHIQL } from '../server-settings.js';

/** The GraphQL of the last action, to be used elsewhere. */
export function QueryPanel({ action }: { readonly action: Action | undefined }) {
  const text = useRef<HTMLPreElement>(null);
  const [note, setNote] = useState('');
  if (!action) {
    return <p class="hint">What you do on this page is asked in GraphQL. The last question will be shown here.</p>;
  }
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(action.query);
      setNote('Copied.');
    } catch {
      // Browsers keep the clipboard from pages that did not come over HTTPS.
      if (text.current) {
        getSelection()?.selectAllChildren(text.current);
      }
      setNote('Selected: press Ctrl+C to copy.');
    }
  };
  return (
    <section aria-labelledby="query-of-action">
      <h2 id="query-of-action">{action.label}</h2>
      <p class="actions">
        <button type="button" onClick={() => void copy()}>
          Copy as query
        </button>
        {HAS_GRAPHIQL && (
          <a class="button" href={`graphql#query=${encodeURIComponent(action.query)}`} target="_blank" rel="noreferrer">
            Open in GraphiQL<span class="visually-hidden"> in a new tab</span> ↗
          </a>
        )}
        <span class="quiet" role="status">
          {note}
        </span>
      </p>
      {answersKnownDocumentsOnly() && (
        <p class="hint">This gateway answers only documents that it knows. Others answer this text as it stands.</p>
      )}
      <pre ref={text} role="region" tabIndex={0} aria-label="GraphQL operation">
        {action.query}
      </pre>
    </section>
  );
}
