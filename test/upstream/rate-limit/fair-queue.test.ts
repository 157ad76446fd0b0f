import { describe, expect, it, vi } from 'vitest';

import {
  type PermitRequest,
  type Readiness,
  FairQueue,
  type Flow,
} from '../../../src/upstream/rate-limit/fair-queue.js';
import { claimOf, newShare } from '../../support/pacing.js';

const nobodyRefused = (): never => expect.unreachable('somebody was refused');

/** Serves `count` items, or all there are. */
function serve(queue: FairQueue<string>, count = Infinity): string[] {
  const served: string[] = [];
  while (served.length < count && queue.length > 0) {
    served.push(queue.take(0, nobodyRefused) ?? expect.unreachable('nothing was left'));
  }
  return served;
}

/** Lets somebody wait for `count` items, named after him. */
function pushAll(queue: FairQueue<string>, name: string, count: number, share: Flow): void {
  for (let i = 1; i <= count; i += 1) {
    queue.push(`${name}${i}`, claimOf(share));
  }
}

describe('FairQueue serves', () => {
  it('nothing when nobody waits', () => {
    expect(new FairQueue<string>().take(0, nobodyRefused)).toBeUndefined();
  });

  it('equals in the order they came', () => {
    const queue = new FairQueue<string>();
    for (const name of ['a', 'b', 'c']) {
      queue.push(name, claimOf(newShare()));
    }
    expect(serve(queue)).toEqual(['a', 'b', 'c']);
  });

  it('everybody in turn, however many items each has, and each of them in order', () => {
    const queue = new FairQueue<string>();
    pushAll(queue, 'a', 4, newShare());
    pushAll(queue, 'b', 2, newShare());
    pushAll(queue, 'c', 1, newShare());
    expect(serve(queue)).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3', 'a4']);
  });

  it('a newcomer who needs two, one after the other, within four grants while another has 400 waiting', () => {
    for (let before = 0; before < 20; before += 1) {
      const queue = new FairQueue<string>();
      pushAll(queue, 'bulk', 400, newShare());
      serve(queue, before);
      const click = newShare();
      queue.push('click1', claimOf(click));
      const first = serve(queue, 2);
      expect(first).toContain('click1');
      queue.push('click2', claimOf(click));
      expect([...first, ...serve(queue, 4 - first.length)]).toContain('click2');
    }
  });

  it('nobody out of turn for having been idle', () => {
    const queue = new FairQueue<string>();
    const idle = newShare();
    pushAll(queue, 'busy', 60, newShare());
    serve(queue, 50);
    pushAll(queue, 'idle', 5, idle);
    const served = serve(queue, 10);
    expect(served.filter((name) => name.startsWith('idle'))).toHaveLength(5);
    expect(served.filter((name) => name.startsWith('busy'))).toHaveLength(5);
  });

  it('what many share to the account of each by their part', () => {
    const queue = new FairQueue<string>();
    const [a, b, c] = [newShare(), newShare(), newShare()];
    for (let i = 1; i <= 2; i += 1) {
      queue.push(`a and b ${i}`, claimOf(a, b));
      queue.push(`c ${i}`, claimOf(c));
    }
    expect(serve(queue, 3)).toEqual(['a and b 1', 'c 1', 'a and b 2']);
    expect([a, b, c].map(({ virtualTime }) => virtualTime)).toEqual([1, 1, 1]);
  });

  it('what is shared when the most entitled of those who share it is due', () => {
    const queue = new FairQueue<string>();
    const [greedy, modest] = [newShare(), newShare()];
    pushAll(queue, 'greedy', 5, greedy);
    expect(serve(queue, 2)).toEqual(['greedy1', 'greedy2']);
    queue.push('shared', claimOf(greedy, modest));
    expect(serve(queue, 1)).toEqual(['shared']);
  });

  it('those for whom it counts at the moment of serving, not at the moment of coming', () => {
    const queue = new FairQueue<string>();
    const [stays, leaves] = [newShare(), newShare()];
    const shares = new Set([stays, leaves]);
    queue.push('both', { flows: shares, charge: () => true, refund: () => undefined });
    shares.delete(leaves);
    serve(queue);
    expect([stays.virtualTime, leaves.virtualTime]).toEqual([1, 0]);
  });

  it('what nobody in particular wants first', () => {
    const queue = new FairQueue<string>();
    pushAll(queue, 'a', 3, newShare());
    serve(queue, 1);
    queue.push('unclaimed', claimOf());
    expect(serve(queue)).toEqual(['unclaimed', 'a2', 'a3']);
  });

  it('nothing that was taken out', () => {
    const queue = new FairQueue<string>();
    const [a, b] = [newShare(), newShare()];
    const takeOut = queue.push('a', claimOf(a));
    queue.push('b', claimOf(b));
    takeOut();
    takeOut();
    expect(queue.length).toBe(1);
    expect(serve(queue)).toEqual(['b']);
    expect(a.virtualTime).toBe(0);
  });
});

describe('FairQueue lets what may still grow wait', () => {
  const growing = (readiness: Readiness, share: Flow): PermitRequest => ({ ...claimOf(share), readiness });

  it('behind what is complete, among those who have had as much', () => {
    const queue = new FairQueue<string>();
    const one = newShare();
    queue.push('growing', growing('open', one));
    queue.push('complete', claimOf(one));
    queue.push('growing too', growing('open', one));
    expect(serve(queue)).toEqual(['complete', 'growing', 'growing too']);
  });

  it('but not behind somebody who has had more', () => {
    const queue = new FairQueue<string>();
    const greedy = newShare();
    queue.push('first', claimOf(greedy));
    serve(queue);
    queue.push('complete', claimOf(greedy));
    queue.push('growing', growing('open', newShare()));
    expect(serve(queue)).toEqual(['growing', 'complete']);
  });

  it('while it would rather wait, three seconds at most', () => {
    const queue = new FairQueue<string>();
    queue.push('waiting', growing('filling', newShare()));
    expect(queue.take(100, nobodyRefused)).toBeUndefined();
    expect(queue.take(3099, nobodyRefused)).toBeUndefined();
    expect(queue.take(3100, nobodyRefused)).toBe('waiting');
  });

  it('for as long as others use the permits meanwhile', () => {
    const queue = new FairQueue<string>();
    queue.push('waiting', growing('filling', newShare()));
    for (let now = 0; now < 60_000; now += 1000) {
      expect(queue.take(now, nobodyRefused)).toBeUndefined();
      queue.push('other', claimOf(newShare()));
      expect(queue.take(now + 500, nobodyRefused)).toBe('other');
    }
  });
});

describe('FairQueue refuses', () => {
  const broke = (share: Flow): PermitRequest => ({ flows: [share], charge: () => false, refund: () => undefined });

  it('what nobody can pay for, and serves the next; having been refused costs nothing', () => {
    const queue = new FairQueue<string>();
    const poor = newShare();
    queue.push('poor', broke(poor));
    queue.push('rich', claimOf(newShare()));
    const refused = vi.fn();
    expect(queue.take(0, refused)).toBe('rich');
    expect(refused.mock.calls).toEqual([['poor']]);
    expect([queue.length, poor.virtualTime]).toEqual([0, 0]);
  });

  it('all, when none can pay', () => {
    const queue = new FairQueue<string>();
    queue.push('a', broke(newShare()));
    queue.push('b', broke(newShare()));
    const refused = vi.fn();
    expect(queue.take(0, refused)).toBeUndefined();
    expect(refused.mock.calls).toEqual([['a'], ['b']]);
  });

  it('the part of those who cannot pay: the others bear it', () => {
    const queue = new FairQueue<string>();
    const [poor, rich] = [newShare(), newShare()];
    const shares = new Set([poor, rich]);
    queue.push('both', { flows: shares, charge: () => shares.delete(poor), refund: () => undefined });
    expect(serve(queue)).toEqual(['both']);
    expect([poor.virtualTime, rich.virtualTime]).toEqual([0, 1]);
  });
});

describe('FairQueue finds the greediest', () => {
  it('none when nobody waits', () => {
    expect(new FairQueue<string>().takeGreediest()).toBeUndefined();
  });

  it('by the number of items that wait, and takes out the last of them', () => {
    const queue = new FairQueue<string>();
    pushAll(queue, 'a', 2, newShare());
    pushAll(queue, 'b', 3, newShare());
    pushAll(queue, 'c', 2, newShare());
    expect(queue.takeGreediest()).toBe('b3');
    expect(queue.length).toBe(6);
  });

  it('never in one who shares an item with others that hardly wait for anything', () => {
    const queue = new FairQueue<string>();
    const [bulk, click] = [newShare(), newShare()];
    pushAll(queue, 'bulk', 3, bulk);
    queue.push('shared', claimOf(bulk, click));
    expect(queue.takeGreediest()).toBe('bulk3');
  });
});
