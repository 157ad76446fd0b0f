import type { Agreement } from '../storage/manifest.js';

const MAX_EXAMPLES = 5;

/** The links of one source, in the table and in ELink; undefined where NCBI no longer has the record. */
export interface Compared {
  readonly source: string;
  readonly table: ReadonlySet<string>;
  readonly elink: ReadonlySet<string> | undefined;
}

/** Counts how far lists agree. A record that NCBI no longer has agrees with no list that has links. */
export function compare(lists: readonly Compared[]): Agreement {
  const missing = { sources: 0, links: 0 };
  const extra = { sources: 0, links: 0 };
  const examples: string[] = [];
  let exact = 0;
  for (const { source, table, elink } of lists) {
    const lacking = [...(elink ?? [])].filter((target) => !table.has(target));
    const unknown = [...table].filter((target) => !elink?.has(target));
    missing.sources += lacking.length > 0 ? 1 : 0;
    missing.links += lacking.length;
    extra.sources += unknown.length > 0 ? 1 : 0;
    extra.links += unknown.length;
    if (lacking.length === 0 && unknown.length === 0) {
      exact += 1;
    } else if (examples.length < MAX_EXAMPLES) {
      examples.push(describe(source, lacking, elink ? unknown : undefined));
    }
  }
  return {
    sampled: lists.length,
    exact,
    missing,
    extra,
    agreement: lists.length === 0 ? null : exact / lists.length,
    examples,
  };
}

function describe(source: string, lacking: readonly string[], unknown: readonly string[] | undefined): string {
  if (!unknown) {
    return `${source}: NCBI no longer has this record`;
  }
  const parts = [
    lacking.length > 0 ? `missing in the table: ${shortened(lacking)}` : '',
    unknown.length > 0 ? `only in the table: ${shortened(unknown)}` : '',
  ];
  return `${source}: ${parts.filter((part) => part !== '').join('; ')}`;
}

function shortened(uids: readonly string[]): string {
  const MAX = 3;
  return uids.length > MAX ? `${uids.slice(0, MAX).join(', ')} and ${uids.length - MAX} more` : uids.join(', ');
}
