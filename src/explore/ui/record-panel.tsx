import type { Explorer } from '../explorer.js';
import { addRoot, pin, type Position, remove, unpin } from '../model/exploration.js';
import { factsOf, type GraphRecord, isLong, nameOf } from '../model/record.js';
import { FailureNote } from './failure-note.js';
import { DatabaseIcon } from './icon.js';
import { LinkList } from './link-list.js';

interface Props {
  readonly explorer: Explorer;
  readonly positionOf: (id: string) => Position | undefined;
}

/** The selected record: what it is, what can be done with it, what it is linked to. */
export function RecordPanel({ explorer, positionOf }: Props) {
  const { exploration, knowledge } = explorer;
  const id = exploration.selected;
  if (id === undefined) {
    return <p class="hint">Select a record in the graph or in the list to see its facts and links.</p>;
  }
  const record = knowledge.records.get(id);
  const failure = knowledge.failures.get(id);
  const retry = (): void => {
    explorer.retry(id);
  };
  return (
    <>
      {record && <Facts explorer={explorer} record={record} />}
      {record && <RecordActions explorer={explorer} record={record} positionOf={positionOf} />}
      {failure && <FailureNote what="This record could not be asked in full" failure={failure} retry={retry} />}
      <LinkList explorer={explorer} id={id} />
    </>
  );
}

function Facts({ explorer, record }: { readonly explorer: Explorer; readonly record: GraphRecord }) {
  const facts = factsOf(record);
  const name = nameOf(record);
  return (
    <section aria-labelledby="record-name">
      <p class="record-db">
        <DatabaseIcon db={record.db} /> {explorer.catalog.labelOf(record.db)} <span class="quiet">{record.uid}</span>
      </p>
      <h2 id="record-name">{name}</h2>
      {record.title !== null && record.title !== name && <p class="record-title">{record.title}</p>}
      <dl class="facts">
        {facts
          .filter(({ value }) => !isLong(value) && value !== name && value !== record.title)
          .map(({ name: fact, value }) => (
            <div>
              <dt>{fact}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {facts
        .filter(({ value }) => isLong(value))
        .map(({ name: fact, value }) => (
          <details class="long-fact">
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

function RecordActions({ explorer, record, positionOf }: Props & { readonly record: GraphRecord }) {
  const { exploration, knowledge, graph } = explorer;
  const { id } = record;
  const name = nameOf(record);
  if (!graph.records.has(id)) {
    return (
      <p class="actions">
        <button
          type="button"
          onClick={() => {
            explorer.go(`Draw ${name}`, addRoot(exploration, id));
          }}
        >
          Draw again
        </button>
      </p>
    );
  }
  const [from] = exploration.route ?? [];
  const start = from === undefined || from === id ? undefined : knowledge.records.get(from);
  const isPinned = exploration.pins.has(id);
  return (
    <p class="actions">
      <button
        type="button"
        aria-pressed={isPinned}
        onClick={() => {
          const next = isPinned ? unpin(exploration, id) : pin(exploration, id, positionOf(id) ?? [0, 0]);
          explorer.go(isPinned ? `Unpin ${name}` : `Pin ${name}`, next);
        }}
      >
        {isPinned ? 'Unpin' : 'Pin'}
      </button>
      <button
        type="button"
        onClick={() => {
          explorer.go(`Remove ${name}`, remove(exploration, id));
        }}
      >
        Remove
      </button>
      {start ? (
        <button
          type="button"
          onClick={() => {
            explorer.glance(`Route to ${name}`, { ...exploration, route: [start.id, id] });
          }}
        >
          Route from {nameOf(start)}
        </button>
      ) : (
        <button
          type="button"
          disabled={from === id}
          onClick={() => {
            explorer.glance(`Route from ${name}`, { ...exploration, route: [id] });
          }}
        >
          Start route here
        </button>
      )}
    </p>
  );
}
