import { usePage } from '../../state/page.js';
import { DatabaseIcon } from './icon.js';

/** The databases behind the shapes and colours of the graph. */
export function Legend() {
  const { explorer } = usePage();
  const databases = new Set([...explorer.graph.value.records.values()].map(({ db }) => db));
  return (
    <ul class="legend" aria-label="Databases">
      {[...databases].map((db) => (
        <li key={db}>
          <DatabaseIcon db={db} /> {explorer.catalog.labelOf(db)}
        </li>
      ))}
    </ul>
  );
}
