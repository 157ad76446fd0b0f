import { useEffect, useRef } from 'preact/hooks';

import type { MatchKind } from '../../generated/graphql.js';
import { authorsOf, factOf, type GraphRecord, textOf, yearOf } from '../../model/record.js';
import { nameOf } from '../../model/record-name.js';
import { usePage } from '../../state/page.js';
import { DatabaseIcon } from '../shell/icon.js';

interface Props {
  readonly record: GraphRecord;
  readonly index: number;
  readonly isActive: boolean;
  /** How the record bears the text as its name; undefined for one that a search found. */
  readonly how: MatchKind | undefined;
  readonly choose: (record: GraphRecord) => void;
}

/** What a match is called. */
const MATCHES: Readonly<Record<MatchKind, string>> = {
  ACCESSION: 'exact',
  ALIAS: 'alias',
  CITATION: 'reference',
  CROSS_REFERENCE: 'cross-reference',
  NAME: 'exact',
  OFFICIAL_SYMBOL: 'exact',
  OLD_VERSION: 'older version',
  SECONDARY_ACCESSION: 'secondary accession',
  SUCCESSOR: 'replaces it',
  SYNONYM: 'synonym',
  TITLE: 'exact',
  UID: 'exact',
};

/** A record that the visitor may mean. The active one is kept in sight. */
export function Suggestion({ record, index, isActive, how, choose }: Props) {
  const { explorer } = usePage();
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isActive) {
      element.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [isActive]);
  return (
    <li
      ref={element}
      id={`suggestion-${index}`}
      role="option"
      aria-selected={isActive}
      onMouseDown={(event) => {
        event.preventDefault();
        choose(record);
      }}
    >
      <DatabaseIcon db={record.db} />
      <span class="suggestion-name">{nameOf(record)}</span>
      <span class="suggestion-about">{aboutOf(record)}</span>
      <span class="suggestion-db">
        {explorer.catalog.labelOf(record.db)}
        {how && ` · ${MATCHES[how]}`}
      </span>
    </li>
  );
}

/** What tells records of the same name apart. */
function aboutOf(record: GraphRecord): string {
  const species = factOf(record, 'species') as { readonly scientificName?: string | null } | null | undefined;
  return [
    nameOf(record) === record.title ? undefined : (textOf(record, 'description') ?? record.title),
    species?.scientificName ?? textOf(record, 'organism'),
    authorsOf(record)[0],
    textOf(record, 'journal'),
    yearOf(record),
    record.uid,
  ]
    .filter((fact) => typeof fact === 'string' && fact !== '')
    .join(' · ');
}
