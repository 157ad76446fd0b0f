import type { Explorer } from '../explorer.js';
import { type GraphRecord, nameOf } from '../model/record.js';
import { counted } from './counted.js';
import { DatabaseIcon } from './icon.js';

/** So many of a database are listed at once; the list of a thousand is no use to anybody. */
const LISTED = 200;

interface Props {
  readonly explorer: Explorer;
  readonly select: (id: string) => void;
}

/** The drawn records in words: the graph for those who do not use the picture. */
export function RecordList({ explorer, select }: Props) {
  const { graph, exploration, catalog } = explorer;
  const links = new Map<string, number>();
  for (const { source, target } of graph.links) {
    links.set(source, (links.get(source) ?? 0) + 1);
    links.set(target, (links.get(target) ?? 0) + 1);
  }
  const groups = Map.groupBy(graph.records.values(), ({ db }) => db);
  if (groups.size === 0) {
    return <p class="hint">Nothing is drawn yet.</p>;
  }
  const item = (record: GraphRecord) => (
    <li key={record.id}>
      <button
        type="button"
        class="plain"
        aria-current={record.id === exploration.selected}
        onClick={() => {
          select(record.id);
        }}
      >
        <span>{nameOf(record)}</span>
        <span class="quiet">{counted(links.get(record.id) ?? 0, 'link')}</span>
      </button>
    </li>
  );
  return (
    <>
      {[...groups].map(([db, records]) => (
        <section key={db} class="record-list">
          <h3>
            <DatabaseIcon db={db} /> {catalog.labelOf(db)}{' '}
            <span class="quiet">{records.length.toLocaleString('en')}</span>
          </h3>
          <ul>{records.slice(0, LISTED).map(item)}</ul>
          {records.length > LISTED && <p class="hint">The first {LISTED} are listed; exports hold all.</p>}
        </section>
      ))}
    </>
  );
}
