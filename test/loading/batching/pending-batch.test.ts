import { describe, expect, it } from 'vitest';

import { type SentBatch, PendingBatch } from '../../../src/loading/batching/pending-batch.js';
import { sizingOf } from '../../../src/loading/batching/sizing.js';
import type { Dependency } from '../../../src/loading/operation/dependency-tracker.js';
import { batchersWith } from '../batching.js';
import { EASY, sizeOf } from './batch-sizes.js';

/** The sizing of calls that take 100 ms and 10 ms an id, up to 200 ids, at 10 permits in 1.1 s, so many of them free. */
function sizing(free: number) {
  const size = sizeOf(200);
  for (const ids of [200, 20, 200]) {
    size.note({ ...EASY, ids, took: 100 + 10 * ids });
  }
  return sizingOf(size, { now: 10_000, span: 1100, interval: 110, free });
}

function sentBatch(question: string, keyCount: number): Dependency {
  return { question, isOnItsWay: true, answerAt: 11_000, keyCount };
}

/**
 * The first call of 240 structures that an operation waits for while so many proteins are unanswered; each of those
 * before has led to eight.
 */
function firstCall({ unanswered, free }: { readonly unanswered: number; readonly free: number }): number {
  const { operation } = batchersWith();
  const by = operation({ maxCalls: 1000 });
  const answered = sentBatch('proteins', 30);
  by.dependencies.started(answered);
  by.dependencies.answered(answered);
  const pending = new PendingBatch<string>('structures', sizing(free), (unpaid: SentBatch<string>) => {
    throw new Error(`${unpaid.keyCount} keys were dropped.`);
  });
  for (let key = 0; key < 240; key += 1) {
    by.dependencies.requested('structures');
    pending.add(`${key}`, new Promise(() => undefined)).add({ operation: by, giveUp: () => undefined });
  }
  by.dependencies.settled(answered);
  by.dependencies.started(sentBatch('proteins', unanswered));
  pending.charge();
  return pending.granted[0]?.keyCount ?? 0;
}

describe('a batch that has keys for more than one call', () => {
  it('is divided over free permits, so that all is answered soonest', () => {
    expect(firstCall({ unanswered: 0, free: 9 })).toBe(72);
  });

  it('leaves in whole calls while more is expected than free permits carry', () => {
    expect(firstCall({ unanswered: 220, free: 9 })).toBe(200);
  });
});
