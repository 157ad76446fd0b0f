import type { DocSum } from '../../eutils/records/esummary.js';
import type { WarningCode } from '../../loading/operation/warnings.js';

/** What has become of a record that NCBI still shows under its old uid. */
export interface Fate {
  readonly code: Extract<WarningCode, 'REPLACED_RECORD' | 'WITHDRAWN_RECORD'>;
  readonly message: string;
}

type Reader = (summary: DocSum) => { readonly successor?: string; readonly withdrawn?: boolean };

/** Where summaries tell of successors (protocol, second part, section 7). */
const READERS: Readonly<Record<string, Reader>> = {
  gene: ({ status, currentid }) => {
    // Absent, blank and 0 stand for a record in force.
    const successor = Number(text(currentid)) > 0 ? `uid ${text(currentid)}` : '';
    return { successor, withdrawn: ['1', '2'].includes(text(status)) };
  },
  snp: ({ text: remark }) => {
    const survivor = /MergedRs=(\d+)/i.exec(text(remark))?.[1];
    return { successor: survivor === undefined ? '' : `uid ${survivor}` };
  },
  taxonomy: ({ status, akataxid }) => {
    const isMerged = text(status).toLowerCase() === 'merged' && Number(text(akataxid)) > 0;
    return { successor: isMerged ? `uid ${text(akataxid)}` : '' };
  },
  assembly: ({ latestaccession }) => ({ successor: named(latestaccession) }),
  nuccore: sequence,
  protein: sequence,
};

/** What its summary says has become of a record; undefined for one in force. */
export function fateOf(db: string, uid: string, summary: DocSum): Fate | undefined {
  const { successor = '', withdrawn = false } = READERS[db]?.(summary) ?? {};
  if (successor !== '') {
    return {
      code: 'REPLACED_RECORD',
      message: `NCBI has replaced ${db} ${uid}. Use ${successor} instead.`,
    };
  }
  return withdrawn
    ? { code: 'WITHDRAWN_RECORD', message: `NCBI has withdrawn ${db} ${uid}, and names no successor.` }
    : undefined;
}

function sequence({ status, replacedby }: DocSum): ReturnType<Reader> {
  const state = text(status).toLowerCase();
  return {
    successor: state === 'live' ? '' : named(replacedby),
    withdrawn: ['replaced', 'suppressed', 'dead'].includes(state),
  };
}

function named(accession: unknown): string {
  const name = text(accession);
  return name === '' ? '' : `accession ${name}`;
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
