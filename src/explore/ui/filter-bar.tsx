import { useEffect, useState } from 'preact/hooks';

import { EMPTY_FILTER, type Filter, isEmpty } from '../model/filter.js';

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

interface Props {
  readonly filter: Filter;
  readonly apply: (filter: Filter) => void;
}

/** Which neighbours are wanted. What is drawn is asked for anew when it changes. */
export function FilterBar({ filter, apply }: Props) {
  const [draft, setDraft] = useState(filter);
  useEffect(() => {
    setDraft(filter);
  }, [filter]);
  const change = (part: Partial<Filter>): void => {
    setDraft({ ...draft, ...part });
  };
  const isChanged = JSON.stringify(draft) !== JSON.stringify(filter);
  return (
    <form
      class="filter"
      aria-label="Filter of neighbours"
      onSubmit={(event) => {
        event.preventDefault();
        apply({ ...draft, organism: draft.organism.trim() });
      }}
    >
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
          <option value={organism} />
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
          change={(to) => {
            change({ to });
          }}
        />
      </fieldset>
      <label>
        Score at least
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
      <button type="submit" disabled={!isChanged}>
        Apply
      </button>
      {!isEmpty(filter) && (
        <button
          type="button"
          class="plain"
          onClick={() => {
            apply(EMPTY_FILTER);
          }}
        >
          Clear
        </button>
      )}
    </form>
  );
}

interface YearProps {
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
}

function YearInput({ label, value, change }: YearProps) {
  return (
    <input
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
