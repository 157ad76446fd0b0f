import { describe, expect, it } from 'vitest';

import type { LinkName } from '../../../src/catalog/catalog.js';
import { endOf, type Level } from '../../../src/loading/graph/levels.js';
import type { Way } from '../../../src/loading/graph/steps.js';
import { WayQueue } from '../../../src/loading/graph/way-queue.js';
import { seededRandom } from '../../../src/sandbox/seeded-random.js';

const link = (name: string): LinkName => ({ name, from: 'gene', to: 'gene', label: '', scored: null, origin: 'einfo' });
const wayOf = (...names: readonly string[]): Way =>
  names.map((name) => ({ left: 'gene', right: 'gene', forth: link(name), back: link(`-${name}`) }));
const textOf = (way: Way): string => way.map(({ forth }) => forth?.name).join(' ');

/** Levels that are loaded on demand. */
class Loaded extends Map<Level, Map<string, Level>> {
  load(before: Level, name: string, size: number): Level {
    const level = { before, name, size, lists: [] };
    this.set(before, (this.get(before) ?? new Map<string, Level>()).set(name, level));
    return level;
  }
}

describe('ways that wait', () => {
  const ends = { left: endOf('1'), right: endOf('2') };

  it('keep their order while nothing is loaded', () => {
    const ways = [wayOf('a', 'b', 'c'), wayOf('d', 'e', 'f'), wayOf('g', 'h', 'i')];
    const queue = new WayQueue(ways, ends, new Loaded());
    expect(queue.take(2).map(textOf)).toEqual(['a b c', 'd e f']);
    expect(queue.rest.map(textOf)).toEqual(['g h i']);
    expect(queue.take(5).map(textOf)).toEqual(['g h i']);
    expect(queue.take(1)).toEqual([]);
  });

  it('go first where more of them is loaded, from either end, and by the smaller level', () => {
    const loaded = new Loaded();
    const queue = new WayQueue([wayOf('a', 'b', 'c'), wayOf('d', 'e', 'f'), wayOf('g', 'h', 'i')], ends, loaded);
    loaded.load(ends.left, 'g', 500);
    queue.onLoaded(ends.left, 'g');
    loaded.load(ends.right, '-f', 20);
    queue.onLoaded(ends.right, '-f');
    loaded.load(ends.left, 'd', 900);
    queue.onLoaded(ends.left, 'd');
    expect(queue.take(3).map(textOf)).toEqual(['d e f', 'g h i', 'a b c']);
  });

  it('come in the order of a list that is sorted anew each time, whatever is loaded in between', () => {
    const random = seededRandom(7);
    const any = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
    const names = ['a', 'b', 'c', 'd'];
    for (let round = 0; round < 100; round += 1) {
      const ways = Array.from({ length: 40 }, () => wayOf(...[1, 2, 3].map(() => any(names) ?? 'a')));
      const loaded = new Loaded();
      const levels: Level[] = [ends.left, ends.right];
      const queue = new WayQueue(ways, ends, loaded);
      while (queue.rest.length > 0) {
        const before = any(levels) ?? ends.left;
        const first = levels[0] === before || textOfLevel(before).startsWith('>');
        const name = `${first ? '' : '-'}${any(names) ?? 'a'}`;
        if (!loaded.get(before)?.has(name)) {
          levels.push(loaded.load(before, name, 1 + Math.floor(random() * 50)));
          queue.onLoaded(before, name);
        }
        const expected = new WayQueue(queue.rest, ends, loaded).take(1).map(textOf);
        expect(queue.take(1).map(textOf)).toEqual(expected);
      }
    }
    function textOfLevel(level: Level): string {
      let at: Level = level;
      while (at.before) {
        at = at.before;
      }
      return at === ends.left ? '>' : '<';
    }
  });
});
