import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';

import { type AnnouncedPayload, announceParts, type Payload } from '../../../src/server/accept/announce-parts.js';
import { PendingParts } from '../../../src/server/accept/pending-parts.js';

async function translated(query: string, payloads: readonly Payload[], variables = {}): Promise<AnnouncedPayload[]> {
  const parts = new PendingParts(parse(query), undefined, variables);
  const given = (async function* () {
    yield* await Promise.resolve(payloads);
  })();
  const sent: AnnouncedPayload[] = [];
  for await (const payload of announceParts(given, parts)) {
    sent.push(payload);
  }
  return sent;
}

describe('a stream in the format v0.2', () => {
  it('announces a deferred fragment with the data that it belongs to, and completes it with its part', async () => {
    const query = '{ gene { uid ...More @defer(label: "more") } } fragment More on Gene { symbol }';
    expect(
      await translated(query, [
        { data: { gene: { uid: '1' } }, hasNext: true },
        { incremental: [{ path: ['gene'], label: 'more', data: { symbol: 'A' } }], hasNext: true },
        { hasNext: false },
      ]),
    ).toEqual([
      { data: { gene: { uid: '1' } }, hasNext: true, pending: [{ id: '0', path: ['gene'], label: 'more' }] },
      { incremental: [{ id: '0', data: { symbol: 'A' } }], completed: [{ id: '0' }], hasNext: true },
      { hasNext: false },
    ]);
  });

  it('announces what a deferred part holds back itself', async () => {
    const query =
      '{ gene { ... @defer { papers: pubmed { nodes @stream { uid ... @defer(label: "t") { title } } } } } }';
    const papers = ['gene', 'papers', 'nodes'];
    const [first, second, third, fourth] = await translated(query, [
      { data: { gene: {} }, hasNext: true },
      { incremental: [{ path: ['gene'], data: { papers: { nodes: [{ uid: '1' }] } } }], hasNext: true },
      { incremental: [{ path: [...papers, 1], items: [{ uid: '2' }] }], hasNext: true },
      { incremental: [{ path: [...papers, 1], label: 't', data: { title: 'T' } }], hasNext: false },
    ]);
    expect(first?.pending).toEqual([{ id: '0', path: ['gene'] }]);
    expect(second?.pending).toEqual([
      { id: '1', path: papers },
      { id: '2', path: [...papers, 0], label: 't' },
    ]);
    expect(second?.completed).toEqual([{ id: '0' }]);
    expect(third).toEqual({
      pending: [{ id: '3', path: [...papers, 1], label: 't' }],
      incremental: [{ id: '1', items: [{ uid: '2' }] }],
      hasNext: true,
    });
    expect(fourth).toEqual({
      incremental: [{ id: '3', data: { title: 'T' } }],
      // The list has ended, and the title of the first item never came.
      completed: [{ id: '3' }, { id: '1' }, { id: '2' }],
      hasNext: false,
    });
  });

  it('announces and completes a part once that comes before the part that holds it back, in one payload', async () => {
    const query = '{ gene { uid ... @defer(label: "outer") { symbol ... @defer(label: "inner") { name } } } }';
    const [, both] = await translated(query, [
      { data: { gene: { uid: '1' } }, hasNext: true },
      {
        incremental: [
          { path: ['gene'], label: 'inner', data: { name: 'tumor protein' } },
          { path: ['gene'], label: 'outer', data: { symbol: 'A' } },
        ],
        hasNext: false,
      },
    ]);
    expect(both).toEqual({
      pending: [{ id: '1', path: ['gene'], label: 'inner' }],
      incremental: [
        { id: '0', data: { symbol: 'A' } },
        { id: '1', data: { name: 'tumor protein' } },
      ],
      completed: [{ id: '0' }, { id: '1' }],
      hasNext: false,
    });
  });

  it('completes a part that failed with its errors, and sends no data for it', async () => {
    const errors = [{ message: 'Cannot load it.' }] as never;
    const [, failed] = await translated('{ gene { uid ... @defer { symbol } } }', [
      { data: { gene: { uid: '1' } }, hasNext: true },
      { incremental: [{ path: ['gene'], data: null, errors }], hasNext: false },
    ]);
    expect(failed).toEqual({ completed: [{ id: '0', errors }], hasNext: false });
  });

  it('keeps the errors beside data and items, and what belongs to the payload', async () => {
    const errors = [{ message: 'No title.' }] as never;
    const [, part] = await translated('{ genes @stream { symbol } }', [
      { data: { genes: [] }, hasNext: true },
      { incremental: [{ path: ['genes', 0], items: [null], errors }], extensions: { cost: 1 }, hasNext: false },
    ]);
    expect(part).toEqual({
      incremental: [{ id: '0', items: [null], errors }],
      completed: [{ id: '0' }],
      extensions: { cost: 1 },
      hasNext: false,
    });
  });

  it('holds back nothing that is switched off, skipped, or not there', async () => {
    const query = `query ($off: Boolean = false) {
      gene { ... @defer(if: $off) { symbol } ... @include(if: $off) { ... @defer { name } } names @stream(if: $off) }
      none { ... @defer { symbol } }
    }`;
    const data = { gene: { symbol: 'A', names: ['B'] }, none: null };
    expect(await translated(query, [{ data, hasNext: false }], { off: false })).toEqual([{ data, hasNext: false }]);
  });

  it('tells fragments with equal places apart by their labels', async () => {
    const query = '{ gene { ... @defer(label: "a") { a } ... @defer(label: "b") { b } } }';
    const [, later] = await translated(query, [
      { data: { gene: {} }, hasNext: true },
      {
        incremental: [
          { path: ['gene'], label: 'b', data: { b: 1 } },
          { path: ['gene'], label: 'a', data: { a: 1 } },
        ],
        hasNext: false,
      },
    ]);
    expect(later?.incremental).toEqual([
      { id: '1', data: { b: 1 } },
      { id: '0', data: { a: 1 } },
    ]);
  });
});
