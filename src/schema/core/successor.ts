import type { DocSum } from '../../eutils/records/esummary.js';
import type { WarningCode } from '../../loading/operation/warnings.js';

/** What has become of a record that NCBI still shows under its old uid. */
interface Fate {
  readonly code: Extract<WarningCode, 'REPLACED_RECORD' | 'WITHDRAWN_RECORD'>;
  readonly message: string;
  /** The record that has taken its place, as NCBI names it. */
  readonly successor?: Successor;
}

/** How NCBI names a successor. Accessions come without their versions. */
export interface Successor {
  readonly kind: 'uid' | 'accession';
  readonly name: string;
}

interface Reader {
  readonly kind: Successor['kind'];
  /** The argument of the root field, where that is not the kind. */
  readonly argument?: string;
  /** The name of the successor, or an empty text. */
  readonly successor: (summary: DocSum) => string;
  readonly isWithdrawn?: (summary: DocSum) => boolean;
}

const sequence: Reader = {
  kind: 'accession',
  successor: ({ status, replacedby }) => (text(status).toLowerCase() === 'live' ? '' : text(replacedby)),
  isWithdrawn: ({ status }) => ['replaced', 'suppressed', 'dead'].includes(text(status).toLowerCase()),
};

/** Where summaries tell of successors (protocol, second part, section 7). */
const READERS: Readonly<Record<string, Reader>> = {
  gene: {
    kind: 'uid',
    successor: ({ currentid }) => text(currentid),
    isWithdrawn: ({ status }) => ['1', '2'].includes(text(status)),
  },
  snp: { kind: 'uid', successor: ({ text: remark }) => /MergedRs=(\d+)/i.exec(text(remark))?.[1] ?? '' },
  taxonomy: {
    kind: 'uid',
    successor: ({ status, akataxid }) => (text(status).toLowerCase() === 'merged' ? text(akataxid) : ''),
  },
  assembly: {
    kind: 'accession',
    successor: ({ latestaccession, assemblyaccession }) =>
      text(latestaccession) === text(assemblyaccession) ? '' : text(latestaccession),
  },
  // Of these two, the names of the members are all that is recorded.
  cdd: { kind: 'uid', successor: ({ livepssmid }) => text(livepssmid) },
  medgen: { kind: 'accession', argument: 'conceptId', successor: ({ merged }) => text(merged) },
  nuccore: sequence,
  protein: sequence,
};

/** How the summaries of a database name successors; undefined where they name none. */
export function successorKind(db: string): Successor['kind'] | undefined {
  return READERS[db]?.kind;
}

/** What its summary says has become of a record; undefined for one in force. */
export function fateOf(db: string, uid: string, summary: DocSum): Fate | undefined {
  const reader = READERS[db];
  const name = reader?.successor(summary) ?? '';
  const kind = /^\d+$/.test(name) ? 'uid' : 'accession';
  // Absent, blank, 0 and the record itself stand for a record in force.
  if (reader && !/^0*$/.test(name) && name !== uid && (kind === 'uid' || reader.kind === kind)) {
    const called = kind === 'uid' ? kind : (reader.argument ?? kind);
    return {
      code: 'REPLACED_RECORD',
      message: `NCBI has replaced ${db} ${uid}. Use ${called} ${name} instead.`,
      successor: { kind, name },
    };
  }
  return reader?.isWithdrawn?.(summary) === true
    ? { code: 'WITHDRAWN_RECORD', message: `NCBI has withdrawn ${db} ${uid}, and names no successor.` }
    : undefined;
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
