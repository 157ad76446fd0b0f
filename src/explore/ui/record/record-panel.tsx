import { factsOf, type GraphRecord, isLong } from '../../model/record.js';
import { citationOf, nameOf } from '../../model/record-name.js';
import { usePage } from '../../state/page.js';
import { DatabaseIcon } from '../shell/icon.js';
import { Article } from './article.js';
import { FailureNote } from './failure-note.js';
import { LinkList } from './link-list.js';
import { OutsidePages } from './outside-pages.js';
import { RecordActions } from './record-actions.js';

/** The selected record: its facts, what can be done with it, and its links. */
export function RecordPanel() {
  const { explorer } = usePage();
  const id = explorer.exploration.value.selected;
  if (id === undefined) {
    return <p class="hint">Select a record in the graph or in the list to see its facts and links.</p>;
  }
  const record = explorer.selected.value;
  const failure = explorer.knowledge.value.failures.get(id);
  return (
    <>
      {record && <Facts record={record} />}
      {record && <RecordActions record={record} />}
      {failure && (
        <FailureNote
          what="Couldn't load all of this record"
          failure={failure}
          retry={() => {
            explorer.retry(id);
          }}
        />
      )}
      <LinkList id={id} />
      {record && <OutsidePages key={id} record={record} />}
    </>
  );
}

function Facts({ record }: { readonly record: GraphRecord }) {
  const { explorer } = usePage();
  const facts = factsOf(record);
  const name = nameOf(record);
  return (
    <section aria-labelledby="record-name">
      <p class="record-db">
        <DatabaseIcon db={record.db} /> {explorer.catalog.labelOf(record.db)} <span class="quiet">{record.uid}</span>
        {citationOf(record) !== undefined && <span class="quiet"> · {citationOf(record)}</span>}
      </p>
      <h2 id="record-name">{name}</h2>
      {record.title !== null && record.title !== name && <p class="record-title">{record.title}</p>}
      <Article key={record.id} record={record} />
      <dl class="facts">
        {facts
          .filter(({ value }) => !isLong(value) && value !== name && value !== record.title)
          .map(({ name: fact, value }) => (
            <div key={fact}>
              <dt>{fact}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {facts
        .filter(({ value }) => isLong(value))
        .map(({ name: fact, value }) => (
          <details key={fact} class="long-fact">
            <summary>{fact}</summary>
            <p>{value}</p>
          </details>
        ))}
      <p>
        <a href={record.url} target="_blank" rel="noreferrer">
          Open at NCBI<span class="visually-hidden"> in a new tab</span> ↗
        </a>
      </p>
    </section>
  );
}
