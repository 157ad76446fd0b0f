import type { Explorer } from '../explorer.js';
import { DatabaseIcon } from './icon.js';

/** What the shapes and colours of the graph stand for. */
export function Legend({ explorer: { graph, catalog } }: { readonly explorer: Explorer }) {
  const databases = new Set([...graph.records.values()].map(({ db }) => db));
  return (
    <ul class="legend" aria-label="Databases">
      {[...databases].map((db) => (
        <li key={db}>
          <DatabaseIcon db={db} /> {catalog.labelOf(db)}
        </li>
      ))}
    </ul>
  );
}
