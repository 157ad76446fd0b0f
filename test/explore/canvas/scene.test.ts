import { describe, expect, it } from 'vitest';

import { approachPlaces, linkAt, type Node, nodeAt, type Scene } from '../../../src/explore/canvas/scene.js';

const node = (id: string, x: number, y: number, target: readonly [number, number] = [x, y]): Node => {
  return { id, db: 'pubmed', label: id, x, y, target };
};
const sceneOf = (...nodes: readonly [Node, Node, ...Node[]]): Scene => {
  const [source, ...targets] = nodes;
  const links = targets.map((target) => ({ source, target, linkName: 'x', score: null, width: 1 }));
  return { nodes: new Map(nodes.map((each) => [each.id, each])), links };
};

describe('what a pointer is at', () => {
  const scene = sceneOf(node('a', 0, 0), node('b', 100, 0), node('c', 0, 12));

  it('is the record nearest to it within reach, not the one drawn last', () => {
    expect(nodeAt(scene, 1, 5, 10)?.id).toBe('a');
    expect(nodeAt(scene, 1, 7, 10)?.id).toBe('c');
    expect(nodeAt(scene, 50, 0, 10)).toBeUndefined();
  });

  it('is the link whose line passes within reach; lines end at their records', () => {
    expect(linkAt(scene, 50, 2, 3)?.target.id).toBe('b');
    expect(linkAt(scene, 50, 4, 3)).toBeUndefined();
    expect(linkAt(scene, 110, 0, 3)).toBeUndefined();
  });

  it('is a link between two records in the same place, too', () => {
    expect(linkAt(sceneOf(node('a', 5, 5), node('b', 5, 5)), 6, 5, 3)?.target.id).toBe('b');
  });
});

describe('records on the way to their places', () => {
  it('come nearer with each frame, and stop exactly there', () => {
    const moved = node('a', 0, 0, [100, -50]);
    let frames = 1;
    while (approachPlaces([moved], undefined)) {
      frames += 1;
    }
    expect([moved.x, moved.y]).toEqual([100, -50]);
    expect(frames).toBeLessThan(90);
  });

  it('wait while they are held', () => {
    const held = node('a', 0, 0, [100, 0]);
    expect(approachPlaces([held, node('b', 1, 1)], held)).toBe(false);
    expect(held.x).toBe(0);
  });
});
