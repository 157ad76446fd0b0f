import { describe, expect, it } from 'vitest';

import { type Feeder, Feeding } from '../../src/loading/feeding.js';

function batch(question: string, isOnItsWay = false): Feeder & { isOnItsWay: boolean } {
  return { question, isOnItsWay };
}

/** An operation that goes from genes over proteins to structures. */
function goneFrom(...chain: readonly string[]): Feeding {
  const feeding = new Feeding();
  for (const question of chain) {
    feeding.ask(question);
    feeding.answer(batch(question));
  }
  return feeding;
}

describe('a batch that is not full', () => {
  it('expects nothing before anything was learned', () => {
    const feeding = new Feeding();
    feeding.ask('summary');
    feeding.begin(batch('links', true));
    expect(feeding.willFeed(batch('summary'))).toBe(false);
  });

  it('expects more keys while another answer of the kind that led to it is to come', () => {
    const feeding = goneFrom('genes', 'proteins');
    const genes = batch('genes', true);
    feeding.begin(genes);
    expect(feeding.willFeed(batch('proteins'))).toBe(true);
    feeding.end(genes);
    expect(feeding.willFeed(batch('proteins'))).toBe(false);
  });

  it('expects nothing from answers that lead elsewhere', () => {
    const feeding = goneFrom('genes', 'proteins');
    feeding.begin(batch('diseases', true));
    expect(feeding.willFeed(batch('proteins'))).toBe(false);
  });

  it('expects nothing from itself', () => {
    const feeding = goneFrom('related', 'related');
    const own = batch('related');
    feeding.begin(own);
    expect(feeding.willFeed(own)).toBe(false);
  });

  it('expects keys from a batch that waits, if that does not wait for it', () => {
    const feeding = goneFrom('genes', 'proteins', 'structures');
    feeding.begin(batch('proteins'));
    expect(feeding.willFeed(batch('structures'))).toBe(true);
  });

  it('does not wait in a circle: only answers on their way count there', () => {
    const feeding = goneFrom('genes', 'papers', 'genes', 'papers');
    const [genes, papers] = [batch('genes'), batch('papers')];
    feeding.begin(genes);
    feeding.begin(papers);
    expect([feeding.willFeed(genes), feeding.willFeed(papers)]).toEqual([false, false]);
    genes.isOnItsWay = true;
    expect(feeding.willFeed(papers)).toBe(true);
  });
});
