import { describe, expect, it } from 'vitest';

import { type Dependency, DependencyTracker } from '../../../src/loading/operation/dependency-tracker.js';

function batch(question: string, isOnItsWay = false): Dependency & { isOnItsWay: boolean } {
  return { question, isOnItsWay, answerAt: 0, keyCount: 1 };
}

/** An operation that goes from genes over proteins to structures. */
function goneFrom(...chain: readonly string[]): DependencyTracker {
  const dependencies = new DependencyTracker();
  for (const question of chain) {
    dependencies.requested(question);
    dependencies.answered(batch(question));
  }
  return dependencies;
}

describe('a batch that is not full', () => {
  it('expects nothing before anything was learned', () => {
    const dependencies = new DependencyTracker();
    dependencies.requested('summary');
    dependencies.started(batch('links', true));
    expect(dependencies.expectsMore(batch('summary'))).toBe(false);
  });

  it('expects more keys while another answer of the kind that led to it is to come', () => {
    const dependencies = goneFrom('genes', 'proteins');
    const genes = batch('genes', true);
    dependencies.started(genes);
    expect(dependencies.expectsMore(batch('proteins'))).toBe(true);
    dependencies.settled(genes);
    expect(dependencies.expectsMore(batch('proteins'))).toBe(false);
  });

  it('expects nothing from answers that lead elsewhere', () => {
    const dependencies = goneFrom('genes', 'proteins');
    dependencies.started(batch('diseases', true));
    expect(dependencies.expectsMore(batch('proteins'))).toBe(false);
  });

  it('expects nothing from itself', () => {
    const dependencies = goneFrom('related', 'related');
    const own = batch('related');
    dependencies.started(own);
    expect(dependencies.expectsMore(own)).toBe(false);
  });

  it('expects keys from a batch that waits, if that does not wait for it', () => {
    const dependencies = goneFrom('genes', 'proteins', 'structures');
    dependencies.started(batch('proteins'));
    expect(dependencies.expectsMore(batch('structures'))).toBe(true);
  });

  it('does not wait in a circle: only answers on their way count there', () => {
    const dependencies = goneFrom('genes', 'papers', 'genes', 'papers');
    const [genes, papers] = [batch('genes'), batch('papers')];
    dependencies.started(genes);
    dependencies.started(papers);
    expect([dependencies.expectsMore(genes), dependencies.expectsMore(papers)]).toEqual([false, false]);
    genes.isOnItsWay = true;
    expect(dependencies.expectsMore(papers)).toBe(true);
  });

  it('expects the next keys when the first answer of the kind that led to it is due', () => {
    const dependencies = goneFrom('genes', 'proteins');
    expect(dependencies.nextAnswerAt(batch('proteins'))).toBe(Infinity);
    for (const [question, answerAt] of [
      ['genes', 900],
      ['genes', 700],
      ['diseases', 100],
    ] as const) {
      dependencies.started({ ...batch(question, true), answerAt });
    }
    expect(dependencies.nextAnswerAt(batch('proteins'))).toBe(700);
  });

  it('expects as many keys of an unanswered one as each answered one has led to, also while an answer is delivered', () => {
    const dependencies = new DependencyTracker();
    const genes = ['1', '2', '3'].map(() => ({ ...batch('genes', true), keyCount: 10 }));
    for (const each of genes) {
      dependencies.started(each);
    }
    const deliver = (keys: number): void => {
      dependencies.answered(batch('genes'));
      for (let i = 0; i < keys; i += 1) {
        dependencies.requested('proteins');
      }
    };
    const [first, second] = genes;
    deliver(20);
    dependencies.settled(first ?? batch('genes'));
    expect(dependencies.expected(batch('proteins'))).toBe(2 * 20);
    deliver(19);
    expect(dependencies.expected(batch('proteins'))).toBe(2 * 20);
    deliver(1);
    dependencies.settled(second ?? batch('genes'));
    expect(dependencies.expected(batch('proteins'))).toBe(20);
  });
});
