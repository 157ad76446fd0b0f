import { describe, expect, it } from 'vitest';

import { layOut } from '../../../src/explore/canvas/layout.js';
import { placeLabels } from '../../../src/explore/canvas/label-layer.js';
import type { GraphRecord } from '../../../src/explore/model/record.js';
import { gene, paper } from '../graphs.js';

const graphOf = (hub: string, targets: readonly GraphRecord[]) => ({
  records: new Map([gene(hub), ...targets].map((record) => [record.id, record])),
  links: targets.map(({ id }) => ({ source: `gene-${hub}`, target: id, linkName: 'x', score: null })),
});
const papers = (count: number): GraphRecord[] => Array.from({ length: count }, (_none, index) => paper(String(index)));

describe('the layout of a graph', () => {
  it('groups the records around a hub by database', () => {
    const others = Array.from({ length: 20 }, (_none, index) => ({ ...gene(`v${index}`), db: 'clinvar' }));
    const graph = graphOf('1', [...papers(20), ...others]);
    const places = layOut(graph, new Set(['gene-1']), new Map(), new Map(), 1);
    const [hubX, hubY] = places.get('gene-1') ?? [0, 0];
    const angles = (records: readonly GraphRecord[]): number[] =>
      records.map(({ id }) => {
        const [x, y] = places.get(id) ?? [0, 0];
        return (Math.atan2(y - hubY, x - hubX) + 2 * Math.PI) % (2 * Math.PI);
      });
    expect(Math.max(...angles(papers(20)))).toBeLessThan(Math.min(...angles(others)));
  });

  it('spreads a thousand records over a disc instead of a ring, none on another', () => {
    const graph = graphOf('1', papers(1000));
    const places = [...layOut(graph, new Set(['gene-1']), new Map(), new Map(), 1).values()];
    const distances = places.map(([x, y]) => Math.hypot(x, y)).sort((a, b) => a - b);
    expect(distances[250]).toBeLessThan((distances.at(-1) ?? 0) * 0.6);
    const cells = new Set(places.map(([x, y]) => `${Math.round(x / 4)} ${Math.round(y / 4)}`));
    expect(cells.size).toBe(1001);
  });

  it('takes the form of the canvas', () => {
    const places = [...layOut(graphOf('1', papers(100)), new Set(['gene-1']), new Map(), new Map(), 2).values()];
    const range = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);
    expect(range(places.map(([x]) => x)) / range(places.map(([, y]) => y))).toBeGreaterThan(1.6);
  });

  it('leaves pinned records where they are, and their neighbours around them', () => {
    const places = layOut(graphOf('1', papers(5)), new Set(['gene-1']), new Map([['gene-1', [900, 50]]]), new Map(), 1);
    expect(places.get('gene-1')).toEqual([900, 50]);
    expect(places.get('paper-0')?.[0]).toBeGreaterThan(600);
  });

  it('keeps the surroundings of two hubs apart', () => {
    const a = graphOf('1', papers(30));
    const b = graphOf(
      '2',
      Array.from({ length: 30 }, (_none, index) => paper(`b${index}`)),
    );
    const graph = { records: new Map([...a.records, ...b.records]), links: [...a.links, ...b.links] };
    const places = layOut(graph, new Set(['gene-1', 'gene-2']), new Map(), new Map(), 1);
    for (let index = 0; index < 30; index += 1) {
      const [x, y] = places.get(`paper-${index}`) ?? [0, 0];
      const to = (id: string): number => Math.hypot(x - (places.get(id)?.[0] ?? 0), y - (places.get(id)?.[1] ?? 0));
      expect(to('gene-1')).toBeLessThan(to('gene-2'));
    }
  });
});

describe('labels', () => {
  const window = { left: -500, right: 500, top: -500, bottom: 500 };

  it('move beside their point when there is no room below it', () => {
    const label = { text: 'Koo 2022', x: 0, y: 0, distance: 6, kind: 'plain' } as const;
    const below = { left: -40, right: 40, top: 8, bottom: 30 };
    const [placed] = placeLabels([label], [below], window, 1);
    expect(placed?.box.bottom).toBeLessThanOrEqual(0);
  });

  it('of records that matter cover another record only where there is no other room', () => {
    const label = { text: 'TP53', x: 0, y: 0, distance: 8, kind: 'strong' } as const;
    const below = { left: -12, right: 12, top: 9, bottom: 33 };
    expect(placeLabels([label], [below], window, 1)[0]?.box.bottom).toBeLessThanOrEqual(0);
    const around = [below, { left: -60, right: 60, top: -40, bottom: -9 }, { ...below, left: -60, right: 60 }];
    expect(placeLabels([label], around, window, 1)[0]?.box.bottom).toBeGreaterThan(-9);
    const all = { left: -90, right: 90, top: -90, bottom: 90 };
    expect(placeLabels([label], [all], window, 1)[0]?.box.top).toBeGreaterThan(8);
  });

  it.each([
    ['top', 0, -95],
    ['bottom', 0, 95],
    ['left', -95, 0],
    ['right', 95, 0],
  ])('are not cut at the %s of the window, where a record below is in the way', (_side, x, y) => {
    const room = { left: -100, right: 100, top: -100, bottom: 100 };
    const under = { left: x - 12, right: x + 12, top: y + 9, bottom: y + 33 };
    for (const kind of ['plain', 'strong'] as const) {
      for (const obstacles of [[], [under]]) {
        for (const { box } of placeLabels([{ text: 'Koo 2022', x, y, distance: 3, kind }], obstacles, room, 1)) {
          expect(Math.min(box.left - room.left, box.top - room.top)).toBeGreaterThanOrEqual(0);
          expect(Math.min(room.right - box.right, room.bottom - box.bottom)).toBeGreaterThanOrEqual(0);
        }
      }
    }
  });

  it('are left out when there is no room at all', () => {
    const label = { text: 'Koo 2022', x: 0, y: 0, distance: 6, kind: 'plain' } as const;
    const all = { left: -90, right: 90, top: -90, bottom: 90 };
    expect(placeLabels([label], [all], window, 1)).toEqual([]);
    expect(placeLabels([{ ...label, kind: 'strong' }], [all], window, 1)).toHaveLength(1);
  });
});
