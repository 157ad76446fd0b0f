import { addRoot, pin, remove, unpin } from '../../model/exploration.js';
import type { GraphRecord } from '../../model/record.js';
import { labelOf, nameOf } from '../../model/record-name.js';
import { usePage } from '../../state/page.js';

/** What can be done with the selected record in the graph. */
export function RecordActions({ record }: { readonly record: GraphRecord }) {
  const page = usePage();
  const { explorer } = page;
  const exploration = explorer.exploration.value;
  const { id } = record;
  const name = labelOf(record);
  if (!explorer.graph.value.records.has(id)) {
    return (
      <p class="actions">
        <button
          type="button"
          onClick={() => {
            explorer.go(`Draw ${name}`, addRoot(exploration, id));
          }}
        >
          Draw
        </button>
        <TickButton id={id} />
      </p>
    );
  }
  const isPinned = exploration.pins.has(id);
  return (
    <p class="actions">
      <button
        type="button"
        aria-pressed={isPinned}
        onClick={() => {
          const next = isPinned ? unpin(exploration, id) : pin(exploration, id, page.view?.positionOf(id) ?? [0, 0]);
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
      <PathButton record={record} />
      <TickButton id={id} />
    </p>
  );
}

/** Adds a record to those that are compared, or removes it. */
function TickButton({ id }: { readonly id: string }) {
  const { ui } = usePage();
  const isTicked = ui.ticked.value.has(id);
  return (
    <button
      type="button"
      aria-pressed={isTicked}
      onClick={() => {
        ui.tick([id], !isTicked);
      }}
    >
      Compare
    </button>
  );
}

/** Starts a path through the graph at a record, or ends it there. */
function PathButton({ record }: { readonly record: GraphRecord }) {
  const { explorer } = usePage();
  const exploration = explorer.exploration.value;
  const { id } = record;
  const [from] = exploration.route ?? [];
  const start = from === undefined || from === id ? undefined : explorer.knowledge.value.records.get(from);
  return start ? (
    <button
      type="button"
      onClick={() => {
        explorer.glance(`Path to ${labelOf(record)}`, { ...exploration, route: [start.id, id] });
      }}
    >
      Path from {nameOf(start)}
    </button>
  ) : (
    <button
      type="button"
      disabled={from === id}
      onClick={() => {
        explorer.glance(`Path from ${labelOf(record)}`, { ...exploration, route: [id] });
      }}
    >
      Start path here
    </button>
  );
}
