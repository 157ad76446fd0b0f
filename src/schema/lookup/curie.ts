import type { DocSum } from '../../eutils/records/esummary.js';
import { recordUrl } from '../core/record-url.js';
import { rulesOf } from './identifiers.js';

/** A record and, where its CURIE takes that, its summary. */
export interface Described {
  readonly db: string;
  readonly uid: string;
  readonly summary?: DocSum | undefined;
}

/** Whether the CURIEs of a database hold what only summaries show. */
export function curieNeedsSummary(db: string): boolean {
  const { curie } = rulesOf(db);
  return curie !== undefined && 'ofSummary' in curie;
}

/** The CURIE of a record. Where no registry has a prefix for it, that is the name of its database and its uid. */
export function curieOfRecord(record: Described): string {
  return registeredCurie(record) ?? `${record.db}:${record.uid}`;
}

/** The IRI of a record: its CURIE as Bioregistry resolves it, or the address of its page. */
export function iriOfRecord(record: Described): string {
  const [prefix = '', ...local] = registeredCurie(record)?.split(':') ?? [];
  return prefix === ''
    ? recordUrl(record.db, record.uid)
    : `https://bioregistry.io/${prefix.toLowerCase()}:${local.join(':')}`;
}

/** The names of a record among all databases, each with what it is. */
export const CURIE_FIELDS: Readonly<
  Record<
    string,
    { readonly type: 'String' | 'URI'; readonly description: string; readonly of: (record: Described) => string }
  >
> = {
  curie: {
    type: 'String',
    description:
      'Compact identifier such as NCBIGene:7157, with a prefix of Bioregistry; where none is registered, the name of the database and the uid.',
    of: curieOfRecord,
  },
  iri: {
    type: 'URI',
    description: 'The compact identifier as an address; where no prefix is registered, the page of the record.',
    of: iriOfRecord,
  },
};

function registeredCurie({ db, uid, summary }: Described): string | undefined {
  const { curie } = rulesOf(db);
  if (curie === undefined) {
    return undefined;
  }
  return 'ofUid' in curie ? curie.ofUid(uid) : summary && curie.ofSummary(summary);
}
