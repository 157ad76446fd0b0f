import type { PermitRequest, Flow } from '../../src/upstream/rate-limit/fair-queue.js';
import { type BudgetOptions, LocalBudget } from '../../src/upstream/rate-limit/local-budget.js';
import { Pacer, type PacerOptions, type Permit } from '../../src/upstream/rate-limit/pacer.js';
import { FakeClock } from './fake-clock.js';

export const MARGIN = 100;
/** A second and the margin: how long a departure takes up its place. */
export const SPAN = 1000 + MARGIN;

/** What a pacer of this process alone is made of. */
export type Pacing = Omit<PacerOptions & BudgetOptions, 'budget'>;

/** A pacer of 3 requests a second, with a clock of its own unless another is given. */
export function pacerWith(options: Partial<Pacing> & { readonly clock?: FakeClock } = {}) {
  const clock = options.clock ?? new FakeClock();
  const pacer = localPacer({ rps: 3, margin: MARGIN, maxInFlight: 1000, maxQueued: 1000, ...options, clock });
  return { clock, pacer, epoch: clock.now() };
}

/** A pacer with a budget of its own. */
export function localPacer(options: Pacing): Pacer {
  return new Pacer({ ...options, budget: new LocalBudget(options) });
}

/** Starts a request, which departs at once, and gives its permit. */
export async function acquire(pacer: Pacer, signal?: AbortSignal, claim?: PermitRequest): Promise<Permit> {
  const permit = await pacer.acquire(signal, claim);
  permit.markSent();
  return permit;
}

/** Starts `count` requests at once and gives their permits. */
export function acquireAll(pacer: Pacer, count: number): Promise<Permit[]> {
  return Promise.all(Array.from({ length: count }, () => acquire(pacer)));
}

/** Uses up the permits of this moment. */
export async function spendPermits(pacer: Pacer, count = 1): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    (await pacer.acquire()).release();
  }
}

/** Somebody who has had nothing yet. */
export function newShare(): Flow {
  return { virtualTime: 0 };
}

/** A request of these, which they can pay for. */
export function claimOf(...shares: readonly Flow[]): PermitRequest {
  return { flows: shares, charge: () => true, refund: () => undefined };
}
