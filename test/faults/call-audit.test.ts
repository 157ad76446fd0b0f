import { describe, expect, it } from 'vitest';

import type { RecordedRequest } from '../../src/sandbox/request-log.js';
import { auditCalls } from './call-audit.js';

const OPTIONS = { life: 1000, patience: 100, harmless: new Set(['reordered']) };

function call(at: number, utility: string, query: string, more: Partial<RecordedRequest> = {}): RecordedRequest {
  const params = [...new URLSearchParams(query)];
  return { utility, params, at, answeredAt: at + 10, status: 200, refused: false, keyed: false, idCount: 1, ...more };
}

const summaries = (at: number, ids: string, more?: Partial<RecordedRequest>): RecordedRequest =>
  call(at, 'esummary', `db=gene&retmode=json&id=${ids}`, more);
const links = (at: number, query: string, more?: Partial<RecordedRequest>): RecordedRequest =>
  call(at, 'elink', `dbfrom=gene&db=pubmed&${query}`, more);
const search = (at: number, term: string, more?: Partial<RecordedRequest>): RecordedRequest =>
  call(at, 'esearch', `db=pubmed&${new URLSearchParams({ term }).toString()}`, more);

/** Calls that ask something new, that ask again, and that ask what is known. */
function count(...requests: readonly RecordedRequest[]): readonly [number, number, number] {
  const { first, again, vain } = auditCalls(requests, OPTIONS);
  return [first, again, vain.length];
}

describe('a call', () => {
  it('asks what is known when each of its records has a good answer that is not old', () => {
    expect(count(summaries(0, '1,2'), summaries(500, '2'))).toEqual([1, 0, 1]);
    expect(count(summaries(0, '1,2'), summaries(500, '2,3'))).toEqual([2, 0, 0]);
    expect(count(summaries(0, '1,2'), summaries(1010, '2'))).toEqual([2, 0, 0]);
    expect(count(summaries(0, '1', { fault: 'reordered:5%' }), summaries(500, '1'))).toEqual([1, 0, 1]);
  });

  it('asks again after a fault, a refusal or an answer that came too late', () => {
    expect(count(summaries(0, '1,2', { fault: 'cut-off:2%' }), summaries(500, '1'))).toEqual([1, 1, 0]);
    expect(count(summaries(0, '1', { status: 429 }), summaries(500, '1'))).toEqual([1, 1, 0]);
    expect(count(summaries(0, '1', { answeredAt: 101 }), summaries(500, '1'))).toEqual([1, 1, 0]);
  });

  it('asks the same in another form, and something else under another link name', () => {
    expect(count(links(0, 'linkname=a&id=1&id=2&retmode=json'), links(500, 'linkname=a&id=2&retmode=xml'))).toEqual([
      1, 0, 1,
    ]);
    expect(count(links(0, 'linkname=a&id=1'), links(500, 'linkname=b&id=1'))).toEqual([2, 0, 0]);
  });

  it('for the union of links is one question, for checks one for each record', () => {
    expect(count(links(0, 'id=1,2'), links(500, 'id=1'))).toEqual([2, 0, 0]);
    expect(count(links(0, 'cmd=acheck&id=1,2'), links(500, 'cmd=acheck&id=1'))).toEqual([1, 0, 1]);
  });

  it('that searches among records, or for one of several names, is one question for each of them', () => {
    expect(count(search(0, '(x) AND (1[UID] OR 2[UID])'), search(500, '(x) AND (2[UID])'))).toEqual([1, 0, 1]);
    expect(count(search(0, '(x) AND (1[UID] OR 2[UID])'), search(500, '(y) AND (2[UID])'))).toEqual([2, 0, 0]);
    expect(count(search(0, 'a[ACCN] OR b[ACCN]'), search(500, 'b[ACCN]'))).toEqual([1, 0, 1]);
    expect(count(search(0, '(a[ACCN] OR b[ACCN]) AND x'), search(500, '(b[ACCN]) AND x'))).toEqual([1, 0, 1]);
  });
});
