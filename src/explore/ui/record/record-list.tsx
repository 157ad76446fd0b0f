import { scoreText } from '../../canvas/score-text.js';
import type { GraphRecord } from '../../model/record.js';
import { nameOf } from '../../model/record-name.js';
import { usePage } from '../../state/page.js';
import { counted } from '../shell/counted.js';
import { DatabaseIcon } from '../shell/icon.js';

/** Records of a database that are listed at once; the table holds all. */
const LISTED = 200;

/** The drawn records in words: the graph for those who do not use the picture. */
export function RecordList() {
  const page = usePage();
  const { explorer, ui } = page;
  const { records, links } = explorer.graph.value;
  const { selected } = explorer.exploration.value;
  const counts = new Map<string, number>();
  const scores = new Map<string, number>();
  for (const { source, target, score } of links) {
    counts.set(source, (counts.get(source) ?? 0) + 1);
    counts.set(target, (counts.get(target) ?? 0) + 1);
    if (score !== null) {
      scores.set(target, Math.max(score, scores.get(target) ?? 0));
    }
  }
  const groups = Map.groupBy(records.values(), ({ db }) => db);
  if (groups.size === 0) {
    return <p class="hint">Nothing is drawn yet.</p>;
  }
  const item = (record: GraphRecord) => {
    const score = scores.get(record.id);
    return (
      <li key={record.id}>
        <input
          type="checkbox"
          aria-label={`Compare ${nameOf(record)}`}
          checked={ui.ticked.value.has(record.id)}
          onChange={({ currentTarget }) => {
            ui.tick([record.id], currentTarget.checked);
          }}
        />
        <button
          type="button"
          class="plain"
          aria-current={record.id === selected}
          onClick={() => {
            page.select(record.id);
          }}
        >
          <span>{nameOf(record)}</span>
          <span class="quiet">
            {score === undefined ? counted(counts.get(record.id) ?? 0, 'link') : `score ${scoreText(score)}`}
          </span>
        </button>
      </li>
    );
  };
  return (
    <>
      {[...groups].map(([db, group]) => (
        <section key={db} class="record-list">
          <h3>
            <DatabaseIcon db={db} /> {explorer.catalog.labelOf(db)}{' '}
            <span class="quiet">{group.length.toLocaleString('en')}</span>
            <button
              type="button"
              class="plain"
              aria-label={`Table of drawn ${explorer.catalog.labelOf(db)} records`}
              onClick={() => {
                explorer.go('Table', { ...explorer.exploration.value, table: { kind: 'drawn', db } });
                ui.pane.value = 'table';
              }}
            >
              Table
            </button>
          </h3>
          <ul>{group.slice(0, LISTED).map(item)}</ul>
          {group.length > LISTED && <p class="hint">Showing the first {LISTED}. The table and exports include all.</p>}
        </section>
      ))}
    </>
  );
}
