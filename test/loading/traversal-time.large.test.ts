import { describe, expect, it } from 'vitest';

import { graphOf } from '../../bench/t-lit/floors.js';
import { type Setting, SETTINGS } from '../../bench/t-lit/settings.js';
import { VirtualGateway } from '../../bench/t-lit/virtual.js';
import type { LocalStore, StoredAnswer } from '../../src/loading/cache/answer-store.js';
import { newTally } from '../../src/stores/write-behind.js';

const graph = graphOf('reference');

function settingOf(name: string): Setting {
  const setting = SETTINGS.find((each) => each.name === name);
  if (!setting) {
    throw new Error(`There is no setting "${name}".`);
  }
  return setting;
}

describe('the reference traversal in virtual time', { timeout: 180_000 }, () => {
  it('never starts more calls in a window than the rate allows, and returns every edge', async () => {
    const run = await new VirtualGateway(graph, settingOf('100 ms + 20 ms an id, 10 a second')).traverse();
    const starts = run.calls.map(({ at }) => at).toSorted((a, b) => a - b);
    expect(starts.every((start, index) => start - (starts[index - 10] ?? -Infinity) >= 1100)).toBe(true);
    expect(run).toMatchObject({ refused: 0, wrongEdges: 0 });
  });

  it('is as short after a restart as the second time, from what was learned of latency', async () => {
    const setting = settingOf('100 ms + 20 ms an id, 3 a second');
    const learned = new Map<string, StoredAnswer>();
    const store: LocalStore = {
      tally: newTally(),
      get: (name) => learned.get(name),
      keep: (name, answer) => name.startsWith('learned ') && learned.set(name, structuredClone(answer)),
      close: () => Promise.resolve(),
    };
    const before = new VirtualGateway(graph, setting, 1, { store });
    const first = await before.traverse();
    before.stop();
    const restarted = await new VirtualGateway(graph, setting, 1, { store }).traverse();
    await before.expire();
    const second = await before.traverse();
    expect(restarted.ms).toBeLessThan(first.ms);
    expect(restarted.ms / second.ms).toBeLessThan(1.02);
  });

  it('requests no id twice', async () => {
    const { calls } = await new VirtualGateway(graph, settingOf('500 ms, 3 a second')).traverse();
    // One search; 100 papers, 250 genes, 2,000 proteins and 400 structures.
    expect(calls.reduce((sum, { ids }) => sum + ids.length, 0)).toBe(1 + 100 + 250 + 2000 + 400);
  });
});
