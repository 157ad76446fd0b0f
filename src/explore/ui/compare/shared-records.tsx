import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';

import { type Comparable, comparable, liftText, usualLink } from '../../model/comparison.js';
import { MOST_PICKED } from '../../model/exploration.js';
import { nameOf, labelOf } from '../../model/record-name.js';
import type { Search, Shared, SharedRecord, SharedRequest } from '../../state/comparison.js';
import { usePage } from '../../state/page.js';
import { FailureNote } from '../record/failure-note.js';
import { counted } from '../shell/counted.js';
import { DatabaseIcon } from '../shell/icon.js';
import { Running } from './running.js';

/** Sources of a record that are named. */
const NAMED = 5;

/** What the ticked records share. What was found stays until the next search. */
export function SharedRecords() {
  const { comparison, explorer } = usePage();
  const groups = comparable(comparison.ticked.value, explorer.catalog);
  const search = comparison.shared.value;
  if (groups.length === 0 && !search) {
    return null;
  }
  return (
    <section aria-labelledby="shared-heading">
      <h3 id="shared-heading">What do they share?</h3>
      {groups.length > 0 && <SharedForm groups={groups} />}
      {search && <SharedResult search={search} />}
    </section>
  );
}

function SharedForm({ groups }: { readonly groups: readonly Comparable[] }) {
  const { comparison, explorer } = usePage();
  const [linkId, countId] = [useId(), useId()];
  const chosen = useSignal('');
  const least = useSignal(2);
  const group = groups.find(({ links }) => links.some(({ name }) => name === chosen.value)) ?? groups[0];
  if (!group) {
    return null;
  }
  const link = group.links.some(({ name }) => name === chosen.value) ? chosen.value : usualLink(group);
  const atLeast = Math.min(least.value, group.ids.length);
  return (
    <form
      class="ends"
      onSubmit={(event) => {
        event.preventDefault();
        void comparison.findShared({ of: group.ids, link, atLeast });
      }}
    >
      <p>
        <label for={linkId}>Links</label>
        <select
          id={linkId}
          value={link}
          onChange={({ currentTarget }) => {
            chosen.value = currentTarget.value;
          }}
        >
          {groups.map(({ db, ids, links }) => (
            <optgroup key={db} label={`${explorer.catalog.labelOf(db)} (${ids.length.toLocaleString('en')})`}>
              {links.map(({ name }) => (
                <option key={name} value={name}>
                  {explorer.catalog.labelOfLink(name)}: {name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </p>
      <p>
        <label for={countId}>Shared by at least</label>
        <input
          id={countId}
          type="number"
          min={2}
          max={group.ids.length}
          value={atLeast}
          onChange={({ currentTarget }) => {
            least.value = Math.max(2, Math.trunc(currentTarget.valueAsNumber) || 2);
          }}
        />
      </p>
      <button type="submit" class="primary" disabled={comparison.shared.value?.state === 'running'}>
        Find shared records
      </button>
    </form>
  );
}

function SharedResult({ search }: { readonly search: Search<SharedRequest, Shared> }) {
  const { comparison } = usePage();
  const { request, state, value, failure } = search;
  return (
    <>
      {value && <Found shared={value} request={request} />}
      {failure && (
        <FailureNote
          what="Couldn't load all of this"
          failure={failure}
          retry={() => void comparison.findShared(request)}
        />
      )}
      {state === 'running' && (
        <Running text={`Comparing ${counted(request.of.length, 'list')} of ${request.link}`} what="comparing" />
      )}
      {state === 'stopped' && <p role="status">Stopped.</p>}
      {state !== 'running' && !failure && value?.next !== undefined && (
        <button type="button" onClick={() => void comparison.findShared(request, value)}>
          More shared records
        </button>
      )}
    </>
  );
}

function Found({ shared, request }: { readonly shared: Shared; readonly request: SharedRequest }) {
  const { comparison, explorer } = usePage();
  const { totalCount, sourceCount, missing, records } = shared;
  const target = explorer.catalog.labelOf(explorer.catalog.targetOf(request.link));
  return (
    <>
      <p role="status">
        {counted(totalCount, 'record')} of {target} shared by at least {request.atLeast.toLocaleString('en')} of{' '}
        {sourceCount.toLocaleString('en')}
        {missing.length > 0 && `. Not complete: the links of ${counted(missing.length, 'record')} are not known`}
      </p>
      {missing.length > 0 && (
        <ul class="skipped">
          {missing.slice(0, NAMED).map(({ input, code, message }) => (
            <li key={input}>
              {input}: {message} <code>{code}</code>
            </li>
          ))}
        </ul>
      )}
      {records.length > 0 && (
        <p class="actions">
          <button
            type="button"
            onClick={() => {
              comparison.draw(records, request);
            }}
          >
            Draw {records.length.toLocaleString('en')} shared
          </button>
        </p>
      )}
      {explorer.exploration.value.picked.length >= MOST_PICKED && (
        <p class="hint">{MOST_PICKED} single links are drawn, as many as can be. Remove records to draw others.</p>
      )}
      <ol class="shared">
        {records.map((record) => (
          <SharedRow key={record.id} shared={record} request={request} of={sourceCount} />
        ))}
      </ol>
    </>
  );
}

interface RowProps {
  readonly shared: SharedRecord;
  readonly request: SharedRequest;
  readonly of: number;
}

function SharedRow({ shared, request, of }: RowProps) {
  const page = usePage();
  const { records } = page.explorer.knowledge.value;
  const record = records.get(shared.id);
  if (!record) {
    return null;
  }
  const names = shared.sources.slice(0, NAMED).flatMap((id) => {
    const source = records.get(id);
    return source ? [labelOf(source)] : [];
  });
  const more = shared.sources.length - names.length;
  const isDrawn = page.explorer.graph.value.records.has(shared.id);
  const parts = [
    `${shared.sources.length.toLocaleString('en')} of ${of.toLocaleString('en')}`,
    names.join(', ') + (more > 0 ? ` and ${more.toLocaleString('en')} more` : ''),
    liftText(shared.lift),
  ];
  return (
    <li>
      <span class="shared-record">
        <button
          type="button"
          class="plain"
          onClick={() => {
            page.select(shared.id);
          }}
        >
          <DatabaseIcon db={record.db} /> {nameOf(record)}
        </button>
        <span class="quiet">{parts.filter((part) => part !== undefined).join(' · ')}</span>
      </span>
      <button
        type="button"
        disabled={isDrawn}
        onClick={() => {
          page.comparison.draw([shared], request);
        }}
      >
        {isDrawn ? 'Drawn' : 'Draw'}
        <span class="visually-hidden"> {nameOf(record)}</span>
      </button>
    </li>
  );
}
