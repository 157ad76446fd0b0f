import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';

import { prefixTypes } from '../../gateway/prefix-types.js';
import { HAS_GRAPHIQL, TYPE_PREFIX } from '../../gateway/server-settings.js';
import { learnableQuery } from '../../model/learnable-query.js';
import { usePage } from '../../state/page.js';
import { copyText } from '../shell/clipboard.js';

/** The GraphQL of the last action, written to be learned from and used elsewhere. */
export function QueryPanel() {
  const { explorer } = usePage();
  const text = useRef<HTMLPreElement>(null);
  const note = useSignal('');
  const action = explorer.action.value;
  if (!action) {
    return <p class="hint">Every action runs a GraphQL query. The latest one appears here.</p>;
  }
  const query = prefixTypes(learnableQuery(action.operations, explorer.catalog), TYPE_PREFIX);
  const copy = async (): Promise<void> => {
    if (await copyText(query)) {
      note.value = 'Copied.';
      return;
    }
    if (text.current) {
      getSelection()?.selectAllChildren(text.current);
    }
    note.value = 'Selected: press Ctrl+C to copy.';
  };
  return (
    <section aria-labelledby="query-of-action">
      <h2 id="query-of-action">{action.label}</h2>
      <p class="actions">
        <button type="button" onClick={() => void copy()}>
          Copy query
        </button>
        {HAS_GRAPHIQL && (
          <a class="button" href={`graphql#query=${encodeURIComponent(query)}`} target="_blank" rel="noreferrer">
            Open in GraphiQL<span class="visually-hidden"> in a new tab</span> ↗
          </a>
        )}
        <span class="quiet" role="status">
          {note.value}
        </span>
      </p>
      {explorer.client.trustedOnly.value && (
        <p class="hint">This gateway accepts only trusted documents. The query works on other entrez-graph servers.</p>
      )}
      <pre ref={text} role="region" tabIndex={0} aria-label="GraphQL operation">
        {query}
      </pre>
    </section>
  );
}
