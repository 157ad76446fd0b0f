import { useId, useRef, useState } from 'preact/hooks';

import type { Explorer } from '../explorer.js';
import { ask } from '../gateway.js';
import { type DatabaseName, FindRoutesDocument } from '../generated/graphql.js';
import type { Failure } from '../model/knowledge.js';
import type { Route } from '../model/route-query.js';
import { counted } from './counted.js';
import { FailureNote } from './failure-note.js';
import { RouteCard } from './route-card.js';

/** What was asked for, and what was found. */
interface Found {
  readonly from: string;
  readonly to: string;
  readonly routes: readonly Route[];
  readonly failure: Failure | undefined;
}

/** Answers how to get from the records of one database to those of another. It stays as it is while it is hidden. */
export function RoutesPanel({ explorer, hidden }: { readonly explorer: Explorer; readonly hidden: boolean }) {
  const { exploration, knowledge, catalog } = explorer;
  const [chosen, setChosen] = useState<{ readonly from?: string; readonly to?: string }>({});
  const [found, setFound] = useState<Found>();
  const underWay = useRef<AbortController>();
  const record = knowledge.records.get(exploration.selected ?? '');
  const { from = record?.db ?? '', to = '' } = chosen;

  const find = async (): Promise<void> => {
    underWay.current?.abort();
    const controller = new AbortController();
    underWay.current = controller;
    const variables = { from: from as DatabaseName, to: to as DatabaseName };
    try {
      const { data, errors } = await ask(FindRoutesDocument, variables, controller.signal);
      setFound({ from, to, routes: data?.routes ?? [], failure: errors[0] });
    } catch {
      // It was asked anew meanwhile, and the newer answer counts.
    }
  };
  return (
    <section hidden={hidden} aria-labelledby="routes-heading">
      <h2 id="routes-heading">How do I get from … to …?</h2>
      <form
        class="ends"
        onSubmit={(event) => {
          event.preventDefault();
          void find();
        }}
      >
        <DatabaseChoice
          label="From"
          explorer={explorer}
          value={from}
          choose={(db) => {
            setChosen({ from: db, to });
          }}
        />
        <DatabaseChoice
          label="To"
          explorer={explorer}
          value={to}
          choose={(db) => {
            setChosen({ from, to: db });
          }}
        />
        <button type="submit" class="primary" disabled={from === '' || to === ''}>
          Find routes
        </button>
      </form>
      {!found && <p class="hint">Routes lead from database to database by links. Finding them costs no request.</p>}
      {found?.failure && (
        <FailureNote what="Routes could not be asked for" failure={found.failure} retry={() => void find()} />
      )}
      <div role="status">
        {found && !found.failure && (
          <p class="quiet">
            {found.routes.length === 0
              ? `No links lead from ${catalog.labelOf(found.from)} to ${catalog.labelOf(found.to)} in three steps or fewer.`
              : `${counted(found.routes.length, 'route')} from ${catalog.labelOf(found.from)} to ${catalog.labelOf(found.to)}, best first`}
          </p>
        )}
      </div>
      <ol class="routes">
        {(found?.failure ? [] : (found?.routes ?? [])).map((route) => (
          <RouteCard key={route.query} explorer={explorer} route={route} />
        ))}
      </ol>
    </section>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly explorer: Explorer;
  readonly value: string;
  readonly choose: (db: string) => void;
}

function DatabaseChoice({ label, explorer, value, choose }: ChoiceProps) {
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
        <option value="">choose a database</option>
        {explorer.catalog.databases.map(({ name, label: text }) => (
          <option key={name} value={name}>
            {text}
          </option>
        ))}
      </select>
    </p>
  );
}
