import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';

import type { Failure } from '../../gateway/failure-text.js';
import { type DatabaseName, FindRoutesDocument } from '../../generated/graphql.js';
import { openFirst } from '../../model/route-order.js';
import type { Route } from '../../model/route-query.js';
import { usePage } from '../../state/page.js';
import { FailureNote } from '../record/failure-note.js';
import { counted } from '../shell/counted.js';
import { RouteCard } from './route-card.js';

/** The routes between two databases. */
interface Found {
  readonly from: string;
  readonly to: string;
  readonly routes: readonly Route[];
  readonly failure: Failure | undefined;
}

/** Finds routes from the records of one database to those of another. It keeps its state while it is hidden. */
export function RoutesPanel({ hidden }: { readonly hidden: boolean }) {
  const { explorer } = usePage();
  const { catalog, client } = explorer;
  const chosen = useSignal<{ readonly from?: string; readonly to?: string }>({});
  const found = useSignal<Found | undefined>(undefined);
  const running = useRef<AbortController>();
  const { from = explorer.selected.value?.db ?? '', to = '' } = chosen.value;

  const find = async (): Promise<void> => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const variables = { from: from as DatabaseName, to: to as DatabaseName };
    try {
      const { data, errors } = await client.run(FindRoutesDocument, variables, controller.signal);
      found.value = { from, to, routes: data?.routes ?? [], failure: errors[0] };
    } catch {
      // A newer search replaced this one.
    }
  };
  const { routes = [], failure } = found.value ?? {};
  const record = explorer.selected.value;
  const counts = record?.db === found.value?.from ? explorer.knowledge.value.counts.get(record?.id ?? '') : undefined;
  return (
    <section hidden={hidden} aria-labelledby="routes-heading">
      <h2 id="routes-heading">Find routes between databases</h2>
      <form
        class="ends"
        onSubmit={(event) => {
          event.preventDefault();
          void find();
        }}
      >
        <DatabaseChoice
          label="From"
          value={from}
          choose={(db) => {
            chosen.value = { from: db, to };
          }}
        />
        <DatabaseChoice
          label="To"
          value={to}
          choose={(db) => {
            chosen.value = { from, to: db };
          }}
        />
        <button type="submit" class="primary" disabled={from === '' || to === ''}>
          Find routes
        </button>
      </form>
      {!found.value && (
        <p class="hint">Routes lead from database to database by links. Finding them costs no request.</p>
      )}
      {failure && <FailureNote what="Couldn't find routes" failure={failure} retry={() => void find()} />}
      <div role="status">
        {found.value && !failure && (
          <p class="quiet">
            {routes.length === 0
              ? `No links lead from ${catalog.labelOf(found.value.from)} to ${catalog.labelOf(found.value.to)} in three steps or fewer.`
              : `${counted(routes.length, 'route')} from ${catalog.labelOf(found.value.from)} to ${catalog.labelOf(found.value.to)}, best first`}
          </p>
        )}
      </div>
      <ol class="routes">
        {openFirst(failure ? [] : routes, counts).map(({ route, isDeadEnd }) => (
          <RouteCard key={route.query} route={route} isDeadEnd={isDeadEnd} />
        ))}
      </ol>
    </section>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly choose: (db: string) => void;
}

function DatabaseChoice({ label, value, choose }: ChoiceProps) {
  const { explorer } = usePage();
  const id = useId();
  return (
    <p>
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={({ currentTarget }) => {
          choose(currentTarget.value);
        }}
      >
        <option value="">Select a database</option>
        {explorer.catalog.databases.map(({ name, label: text }) => (
          <option key={name} value={name}>
            {text}
          </option>
        ))}
      </select>
    </p>
  );
}
