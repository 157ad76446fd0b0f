import type { RecordedRequest } from '../../src/sandbox/request-log.js';

/** Why calls were made. */
export interface CallAudit {
  /** Calls that ask something nobody had asked yet, or whose answer has outlived its life. */
  readonly first: number;
  /** Calls that ask again what a call before did not answer. */
  readonly again: number;
  /** Calls that ask nothing but what was known already. */
  readonly vain: readonly string[];
}

/** How far an answer is to be trusted. */
export interface AuditOptions {
  /** How long an answer is good, in milliseconds. */
  readonly life: number;
  /** An answer that took longer may have come too late, in milliseconds. */
  readonly patience: number;
  /** Faults under which an answer is whole and right. */
  readonly harmless: ReadonlySet<string>;
}

/** What says how an answer is wanted, and nothing about what is asked. */
const FORM: ReadonlySet<string> = new Set(['retmode', 'tool', 'email', 'id', 'term']);

/** Holds every call of a log against those before it. */
export function auditCalls(requests: readonly RecordedRequest[], options: AuditOptions): CallAudit {
  const latest = new Map<string, RecordedRequest>();
  const vain: string[] = [];
  const counts = { first: 0, again: 0 };
  for (const request of requests) {
    const reasons = new Set(asked(request).map((what) => reasonFor(request, latest.get(what), options)));
    if (reasons.has('first')) {
      counts.first += 1;
    } else if (reasons.has('again')) {
      counts.again += 1;
    } else {
      vain.push(describe(request));
    }
    for (const what of asked(request)) {
      latest.set(what, request);
    }
  }
  return { ...counts, vain };
}

function reasonFor(
  request: RecordedRequest,
  before: RecordedRequest | undefined,
  { life, patience, harmless }: AuditOptions,
): 'first' | 'again' | 'vain' {
  if (before === undefined) {
    return 'first';
  }
  const fault = before.fault?.split(':', 1)[0];
  const failed = before.status !== 200 || (fault !== undefined && !harmless.has(fault));
  if (failed || before.answeredAt - before.at > patience) {
    return 'again';
  }
  return request.at >= before.answeredAt + life ? 'first' : 'vain';
}

function describe({ utility, params, at }: RecordedRequest): string {
  return `${Math.round(at)} ${utility} ${params.map(([name, value]) => `${name}=${value}`).join('&')}`;
}

/** Each single thing that a request asks: a question about one record, or with one term. */
function asked({ utility, params }: RecordedRequest): string[] {
  const { about, beside } = utility === 'esearch' ? inTerm(valuesOf(params, 'term')[0] ?? '') : inIds(utility, params);
  const others = params.filter(([name]) => !FORM.has(name) && !(beside.includes('UIDS') && name === 'retmax'));
  return about.map((each) => JSON.stringify([utility, others, beside, each]));
}

/** Records are asked about one by one, but for the union of their links, which is one question. */
function inIds(utility: string, params: RecordedRequest['params']): { about: string[]; beside: string } {
  const lists = valuesOf(params, 'id');
  const isUnion = utility === 'elink' && (valuesOf(params, 'cmd')[0] ?? 'neighbor').startsWith('neighbor');
  return { about: isUnion ? lists : lists.flatMap((list) => list.split(',')), beside: '' };
}

/** A search among records, or for one of several names, asks about each of them. */
function inTerm(term: string): { about: string[]; beside: string } {
  const uids = [...term.matchAll(/\b(\d+)\[UID\]/g)].flatMap(([, uid]) => uid ?? []);
  if (uids.length > 0) {
    return { about: uids, beside: term.replace(/\d+\[UID\](?: OR \d+\[UID\])*/, 'UIDS') };
  }
  const [, names = term, within = ''] = /^\((.+)\)( AND [^()]+)$/.exec(term) ?? [];
  return { about: names.split(' OR '), beside: within };
}

function valuesOf(params: RecordedRequest['params'], name: string): string[] {
  return params.flatMap(([each, value]) => (each === name ? [value] : []));
}
