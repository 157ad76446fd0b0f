import { useEffect, useRef, useState } from 'preact/hooks';

import { addRoot } from '../../model/exploration.js';
import type { GraphRecord } from '../../model/record.js';
import { labelOf } from '../../model/record-name.js';
import { type Scope, SCOPES } from '../../search/query-input.js';
import { plainChoice, suggest, type Suggestions } from '../../search/suggestions.js';
import { usePage } from '../../state/page.js';
import { FailureNote } from '../record/failure-note.js';
import { AllResults } from './all-results.js';
import { searchNote } from './search-note.js';
import { Suggestion } from './suggestion.js';

const DEBOUNCE_MS = 300;

/** Finds records by identifier, symbol or words, with suggestions while the visitor types. */
export function SearchBox() {
  const { explorer, ui } = usePage();
  const { client } = explorer;
  const given = ui.searchText.value;
  const [text, setText] = useState('');
  const [scope, setScope] = useState<Scope>('');
  const [found, setFound] = useState<Suggestions | undefined>();
  const [isLoading, setLoading] = useState(false);
  const [active, setActive] = useState(-1);
  const [isOpen, setOpen] = useState(false);
  const [attempt, setAttempt] = useState(0);
  /** What the suggestions are of: while a text is typed, they are those of the text before. */
  const [answered, setAnswered] = useState('');
  const question = `${scope} ${text}`;
  /** Whether Enter was pressed before the suggestions came. */
  const isEntered = useRef(false);

  const choose = (record: GraphRecord): void => {
    isEntered.current = false;
    setOpen(false);
    setText('');
    setFound(undefined);
    explorer.learn([record]);
    ui.tab.value = 'record';
    ui.pane.value = 'details';
    explorer.go(`Show ${labelOf(record)}`, addRoot(explorer.exploration.value, record.id));
  };
  /** Chooses the record that bears the text as its name; without one, or with several, the visitor has to choose. */
  const enter = (suggestions: Suggestions): void => {
    const record = plainChoice(suggestions);
    if (record) {
      choose(record);
    } else if (suggestions.named.length + suggestions.found.length > 0) {
      setActive(0);
    }
  };

  useEffect(() => {
    if (given.text !== '') {
      setText(given.text);
      isEntered.current = true;
      document.getElementById('search')?.focus();
    }
  }, [given]);

  useEffect(() => {
    const controller = new AbortController();
    setActive(-1);
    if (text.trim() === '') {
      setFound(undefined);
      setLoading(false);
      return;
    }
    const timer = setTimeout(() => {
      setLoading(true);
      suggest(client, text, scope, controller.signal).then(
        (suggestions) => {
          setLoading(false);
          setFound(suggestions);
          setAnswered(question);
          setOpen(true);
          if (isEntered.current && suggestions) {
            enter(suggestions);
          }
          isEntered.current = false;
        },
        () => {
          // Aborted by the next key, whose answer counts.
        },
      );
    }, DEBOUNCE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [text, scope, attempt]);

  const records = found ? [...found.named.map(({ record }) => record), ...found.found] : [];
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
        const record = records[active];
        setOpen(true);
        if (answered !== question) {
          isEntered.current = true;
        } else if (record) {
          choose(record);
        } else if (found && !isLoading) {
          enter(found);
        } else {
          isEntered.current = true;
        }
        break;
      }
      case 'Escape':
        setOpen(false);
        break;
    }
  };

  const isShown = isOpen && text.trim() !== '' && (found !== undefined || isLoading);
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
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
      <input
        id="search"
        type="search"
        role="combobox"
        placeholder="Symbol, PMID, DOI, accession, CURIE, page address, or words"
        aria-label="Find a record"
        aria-autocomplete="list"
        aria-expanded={isShown}
        aria-controls="suggestions"
        aria-activedescendant={isShown && active >= 0 ? `suggestion-${active}` : undefined}
        aria-busy={isLoading}
        autocomplete="off"
        spellcheck={false}
        value={text}
        onInput={({ currentTarget }) => {
          isEntered.current = false;
          setText(currentTarget.value);
        }}
        onFocus={() => {
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
      />
      {isLoading && <span class="spinner" aria-hidden="true" />}
      <div class="suggestions" hidden={!isShown}>
        <ul id="suggestions" role="listbox" aria-label="Suggestions">
          {records.map((record, index) => (
            <Suggestion
              key={record.id}
              record={record}
              index={index}
              isActive={index === active}
              how={found?.named[index]?.how}
              choose={choose}
            />
          ))}
        </ul>
        {found && (
          <AllResults
            found={found}
            close={() => {
              setOpen(false);
            }}
          />
        )}
        <p class="suggestions-note" role="status">
          {searchNote(found, isLoading, client.isSandbox.value)}
        </p>
        {found?.failures.map((failure) => (
          <FailureNote
            key={failure.code}
            what="Some searches failed"
            failure={failure}
            retry={() => {
              // The button goes away with its note; the list stays open while the focus is in the search.
              document.getElementById('search')?.focus();
              setAttempt(attempt + 1);
            }}
          />
        ))}
      </div>
    </div>
  );
}
