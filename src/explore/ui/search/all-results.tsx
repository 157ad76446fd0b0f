import type { Suggestions } from '../../search/suggestions.js';
import { SCOPES } from '../../search/query-input.js';
import { usePage } from '../../state/page.js';

interface Props {
  readonly found: Suggestions;
  readonly close: () => void;
}

/** Buttons that list all results of a search in the table, one for each database with results. */
export function AllResults({ found: { text, foundIn }, close }: Props) {
  const { explorer, ui } = usePage();
  if (foundIn.length === 0) {
    return null;
  }
  return (
    <p class="all-results">
      {foundIn.map(({ db, total }) => (
        <button
          key={db}
          type="button"
          onClick={() => {
            close();
            explorer.go(`Search ${text}`, {
              ...explorer.exploration.value,
              table: { kind: 'search', db, text },
            });
            ui.pane.value = 'table';
          }}
        >
          {SCOPES[db]} in a table ({total.toLocaleString('en')})
        </button>
      ))}
    </p>
  );
}
