import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

import { EMPTY_FILTER, type Filter, isEmpty, isReversed } from '../../model/filter.js';
import { usePage } from '../../state/page.js';
import { ScoreSlider } from './score-slider.js';

const ORGANISMS = [
  'Homo sapiens',
  'Mus musculus',
  'Rattus norvegicus',
  'Danio rerio',
  'Drosophila melanogaster',
  'Caenorhabditis elegans',
  'Saccharomyces cerevisiae',
  'Arabidopsis thaliana',
  'Escherichia coli',
];

/** Which linked records are drawn and listed. A change loads them again. */
export function FilterBar() {
  const { explorer } = usePage();
  const { filter } = explorer.exploration.value;
  const [draft, setDraft] = useState(filter);
  useEffect(() => {
    setDraft(filter);
  }, [filter]);
  const change = (part: Partial<Filter>): void => {
    setDraft({ ...draft, ...part });
  };
  const apply = (next: Filter): void => {
    explorer.go('Filter', {
      ...explorer.exploration.value,
      filter: { ...next, organism: next.organism.trim() },
    });
  };
  const isOpen = useSignal(false);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(filter);
  return (
    <form
      class={isOpen.value ? 'filter open' : 'filter closed'}
      aria-label="Filter linked records"
      onSubmit={(event) => {
        event.preventDefault();
        if (isChanged) {
          apply(draft);
        }
      }}
    >
      <button
        type="button"
        class="filter-toggle"
        aria-expanded={isOpen.value}
        onClick={() => {
          isOpen.value = !isOpen.value;
        }}
      >
        {isEmpty(filter) ? 'Filter' : 'Filter (set)'}
      </button>
      <label>
        Organism
        <input
          list="organisms"
          placeholder="any"
          value={draft.organism}
          onInput={({ currentTarget }) => {
            change({ organism: currentTarget.value });
          }}
        />
      </label>
      <datalist id="organisms">
        {ORGANISMS.map((organism) => (
          <option key={organism} value={organism} />
        ))}
      </datalist>
      <fieldset>
        <legend>Years</legend>
        <YearInput
          label="From year"
          value={draft.from}
          change={(from) => {
            change({ from });
          }}
        />
        <span aria-hidden="true">–</span>
        <YearInput
          label="To year"
          value={draft.to}
          problem={isReversed(draft) ? 'The last year is before the first' : ''}
          change={(to) => {
            change({ to });
          }}
        />
      </fieldset>
      <label>
        Min. score
        <input
          class="score"
          type="number"
          min="0"
          step="any"
          placeholder="any"
          value={draft.minScore ?? ''}
          onInput={({ currentTarget }) => {
            const { valueAsNumber } = currentTarget;
            change({ minScore: Number.isNaN(valueAsNumber) ? undefined : valueAsNumber });
          }}
        />
      </label>
      <ScoreSlider
        value={draft.minScore}
        move={(minScore) => {
          change({ minScore });
        }}
        choose={(minScore) => {
          apply({ ...draft, minScore });
        }}
      />
      <button type="submit" disabled={!isChanged}>
        Apply
      </button>
      <button
        type="button"
        class="plain"
        disabled={isEmpty(filter)}
        onClick={() => {
          apply(EMPTY_FILTER);
        }}
      >
        Reset
      </button>
    </form>
  );
}

interface YearProps {
  readonly label: string;
  readonly value: string;
  /** What else than its form is wrong with it. */
  readonly problem?: string;
  readonly change: (value: string) => void;
}

function YearInput({ label, value, problem = '', change }: YearProps) {
  const input = useRef<HTMLInputElement>(null);
  // Before the next key: Enter may follow the last digit at once.
  useLayoutEffect(() => {
    input.current?.setCustomValidity(problem);
  }, [problem]);
  return (
    <input
      ref={input}
      class="year"
      aria-label={label}
      inputMode="numeric"
      pattern="\d{4}"
      title="A year of four digits"
      placeholder="any"
      value={value}
      onInput={({ currentTarget }) => {
        change(currentTarget.value.trim());
      }}
    />
  );
}
