import { useEffect, useRef, useState } from 'preact/hooks';

import type { Catalog } from '../model/catalog.js';
import { type Scope, SCOPES } from '../model/query-input.js';
import { type GraphRecord, nameOf } from '../model/record.js';
import { suggest, type Suggestions } from '../suggestions.js';
import { counted } from './counted.js';
import { FailureNote } from './failure-note.js';
import { DatabaseIcon } from './icon.js';

const DEBOUNCE_MS = 300;

interface Props {
  readonly catalog: Catalog;
  /** A text that is put into the box from outside, such as an example; a new object each time. */
  readonly given: { readonly text: string };
  readonly pick: (record: GraphRecord) => void;
}

/** Finds records by whatever people call them, with suggestions while they type. */
export function SearchBox({ catalog, given, pick }: Props) {
  const [text, setText] = useState(given.text);
  const [scope, setScope] = useState<Scope>('');
  const [found, setFound] = useState<Suggestions | undefined>();
  const [isAsking, setAsking] = useState(false);
  const [active, setActive] = useState(-1);
  const [isOpen, setOpen] = useState(false);
  const takeFirst = useRef(false);

  const choose = (record: GraphRecord): void => {
    takeFirst.current = false;
    setOpen(false);
    setText('');
    setFound(undefined);
    pick(record);
  };

  useEffect(() => {
    if (given.text !== '') {
      setText(given.text);
      takeFirst.current = true;
    }
  }, [given]);

  useEffect(() => {
    const controller = new AbortController();
    setActive(-1);
    if (text.trim() === '') {
      setFound(undefined);
      setAsking(false);
      return;
    }
    const timer = setTimeout(() => {
      setAsking(true);
      suggest(text, scope, controller.signal).then(
        (suggestions) => {
          setAsking(false);
          setFound(suggestions);
          setOpen(true);
          const first = suggestions?.records[0];
          if (takeFirst.current && first) {
            choose(first);
          }
          takeFirst.current = false;
        },
        () => {
          // Aborted by the next key: its answer is the one that counts.
        },
      );
    }, DEBOUNCE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [text, scope]);

  const records = found?.records ?? [];
  const onKeyDown = (event: KeyboardEvent): void => {
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        event.preventDefault();
        setOpen(true);
        const step = event.key === 'ArrowDown' ? 1 : -1;
        setActive((records.length + Math.max(active, step === 1 ? -1 : 0) + step) % Math.max(records.length, 1));
        break;
      }
      case 'Enter': {
        event.preventDefault();
        const record = records[Math.max(active, 0)];
        if (record && !isAsking) {
          choose(record);
        } else {
          takeFirst.current = true;
        }
        break;
      }
      case 'Escape':
        setOpen(false);
        break;
    }
  };

  const isShown = isOpen && text.trim() !== '' && (found !== undefined || isAsking);
  return (
    <div
      class="search"
      role="search"
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) {
          setOpen(false);
        }
      }}
    >
      <select
        aria-label="Search in"
        value={scope}
        onChange={({ currentTarget }) => {
          setScope(currentTarget.value as Scope);
        }}
      >
        {Object.entries(SCOPES).map(([name, label]) => (
          <option value={name}>{label}</option>
        ))}
      </select>
      <input
        id="search"
        type="search"
        role="combobox"
        placeholder="Gene symbol, PMID, DOI, accession, rs number, or words"
        aria-label="Find a record"
        aria-autocomplete="list"
        aria-expanded={isShown}
        aria-controls="suggestions"
        aria-activedescendant={isShown && active >= 0 ? `suggestion-${active}` : undefined}
        aria-busy={isAsking}
        autocomplete="off"
        spellcheck={false}
        value={text}
        onInput={({ currentTarget }) => {
          takeFirst.current = false;
          setText(currentTarget.value);
        }}
        onFocus={() => {
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
      />
      {isAsking && <span class="spinner" aria-hidden="true" />}
      <div class="suggestions" hidden={!isShown}>
        <ul id="suggestions" role="listbox" aria-label="Suggestions">
          {records.map((record, index) => (
            <li
              id={`suggestion-${index}`}
              role="option"
              aria-selected={index === active}
              onMouseDown={(event) => {
                event.preventDefault();
                choose(record);
              }}
            >
              <DatabaseIcon db={record.db} />
              <span class="suggestion-name">{nameOf(record)}</span>
              <span class="suggestion-about">{aboutOf(record)}</span>
              <span class="suggestion-db">{catalog.labelOf(record.db)}</span>
            </li>
          ))}
        </ul>
        <p class="suggestions-note" role="status">
          {noteOf(found, isAsking)}
        </p>
        {found?.failures.map((failure) => (
          <FailureNote what="Not everything could be asked" failure={failure} />
        ))}
      </div>
    </div>
  );
}

/** What tells records of the same name apart. */
function aboutOf(record: GraphRecord): string {
  const facts = new Map<string, unknown>(Object.entries(record));
  const species = facts.get('species') as { readonly scientificName?: string | null } | null | undefined;
  return [
    nameOf(record) === record.title ? undefined : (facts.get('description') ?? record.title),
    species?.scientificName ?? facts.get('organism'),
    facts.get('journal'),
    facts.get('pubDate'),
    record.uid,
  ]
    .filter((fact) => typeof fact === 'string' && fact !== '')
    .join(' · ');
}

function noteOf(found: Suggestions | undefined, isAsking: boolean): string {
  if (!found) {
    return isAsking ? 'Asking NCBI …' : '';
  }
  const { records, more, failures, cost } = found;
  return [
    ...(records.length === 0 && failures.length === 0 ? ['NCBI finds nothing by that name'] : []),
    ...(more > 0 ? [`${more.toLocaleString('en')} more match; further words narrow it down`] : []),
    ...(cost ? [`${counted(cost.calls.total, 'request')} to NCBI`] : []),
  ].join(' · ');
}
