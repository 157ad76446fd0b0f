import {
  type Heartbeat,
  type BudgetStore,
  LEASE,
  type LeaseRequest,
  type LeaseGrant,
} from '../../src/upstream/shared-rate-limit/budget-store.js';
import type { Milliseconds } from '../../src/upstream/clock.js';

/** How long a new store stays closed, and how long it waits for who is next. */
const CLOSED = 2600;
const FAILURE_THRESHOLD = 100;
const MOMENT = 5;
const SILENCE = 5000;

interface Bucket {
  /** By place: until when it counts. */
  readonly leased: Map<string, Milliseconds>;
  readonly taken: Map<string, Milliseconds>;
  readonly strange: Map<string, Milliseconds>;
  readonly waiting: Map<string, Milliseconds>;
  readonly served: Map<string, Milliseconds>;
  opens: Milliseconds;
  closed: Milliseconds;
  forgotten: Milliseconds;
  limit: number;
}

/** The rule of a shared budget, written down for the second time and as plainly as possible. */
export class BudgetModel implements BudgetStore {
  readonly #now: () => Milliseconds;
  #opensAt: Milliseconds;
  readonly #members = new Map<string, Milliseconds>();
  readonly #buckets = new Map<string, Bucket>();

  /** @param opensAt - When it lends places, if not after its first while. */
  constructor(now: () => Milliseconds, opensAt = now() + CLOSED) {
    this.#now = now;
    this.#opensAt = opensAt;
  }

  beat(member: string, isAlone = false): Promise<Heartbeat> {
    const now = this.#now();
    forget(this.#members, now - SILENCE);
    const known = this.#members.has(member);
    if (isAlone && !known && this.#opensAt > now) {
      this.#opensAt = now + CLOSED;
    }
    this.#members.set(member, now);
    const rank = [...this.#members.keys()].filter((other) => other < member).length;
    return Promise.resolve({
      opensIn: Math.max(0, this.#opensAt - now),
      known,
      members: this.#members.size,
      rank,
    });
  }

  leave(member: string): Promise<void> {
    this.#members.delete(member);
    return Promise.resolve();
  }

  turn(turn: LeaseRequest): Promise<LeaseGrant> {
    return Promise.resolve(this.takeTurn(turn));
  }

  takeTurn(turn: LeaseRequest): LeaseGrant {
    const now = this.#now();
    const bucket = this.#bucketOf(turn.bucket);
    const { leased, taken, strange, waiting, served } = bucket;
    const name = (place: number): string => `${turn.member}:${place}`;

    const { opensIn, closedAgo, forgottenIn } = turn.caution ?? {};
    bucket.opens = Math.max(bucket.opens, now + (opensIn ?? -Infinity));
    bucket.closed = Math.max(bucket.closed, now - (closedAgo ?? Infinity));
    bucket.forgotten = Math.max(bucket.forgotten, now + (forgottenIn ?? -Infinity));
    bucket.limit = turn.said?.limit ?? bucket.limit;
    const window = turn.window * (1 + (0.25 * Math.max(0, bucket.forgotten - now)) / 30_000);
    const limit = Math.min(turn.rps, bucket.limit);

    for (const { slot: place, ago } of turn.sent) {
      leased.delete(name(place));
      taken.set(name(place), now - ago + window);
    }
    for (const place of turn.givenBack) {
      leased.delete(name(place));
    }
    const kept = turn.kept.filter((place) => leased.has(name(place)));
    for (const place of kept) {
      leased.set(name(place), now + LEASE + window);
    }
    for (const places of [leased, taken, strange]) {
      forget(places, now);
    }
    const ours = leased.size + taken.size;
    if (turn.said && now - turn.said.ago + window > now) {
      const missing = Math.min(turn.said.strangers - strange.size, limit - ours - strange.size);
      for (let i = 1; i <= missing; i += 1) {
        strange.set(`${name(turn.next)}:${i}`, now - turn.said.ago + window);
      }
    }

    forget(waiting, now - FAILURE_THRESHOLD);
    const before = (mine: Milliseconds): string[] =>
      [...waiting.keys()].filter((other) => {
        const theirs = served.get(other) ?? 0;
        return other !== turn.member && (theirs < mine || (theirs === mine && other < turn.member));
      });
    const isDue = (other: string): boolean => (waiting.get(other) ?? Infinity) <= now;
    const opensAt = Math.max(this.#opensAt, bucket.opens);
    const isMyTurn = !before(served.get(turn.member) ?? 0).some(isDue);
    const vacant = limit - ours - strange.size;
    const lending = opensAt <= now && isMyTurn ? Math.max(0, Math.min(turn.want, turn.few, vacant)) : 0;
    for (let i = 0; i < lending; i += 1) {
      leased.set(name(turn.next + i), now + LEASE + window);
    }
    if (lending > 0) {
      served.set(turn.member, now);
    }
    const free = vacant - lending;
    let wait = 0;
    if (lending < turn.want) {
      const freeFrom = [...[...leased.values()].map((at) => at - LEASE), ...taken.values(), ...strange.values()];
      const ahead = before(served.get(turn.member) ?? 0).length;
      const mine = freeFrom.toSorted((a, b) => a - b)[Math.min(freeFrom.length, ahead + 1 - free) - 1] ?? NaN;
      wait = opensAt > now ? opensAt - now : free <= 0 ? Math.max(1, mine - now) : isMyTurn ? 0 : MOMENT;
      waiting.set(turn.member, opensAt <= now && free > 0 ? now : now + wait);
    } else {
      waiting.delete(turn.member);
    }
    return {
      leased: lending,
      ...(kept.length > 0 && { kept }),
      wait,
      ours: ours + lending,
      free,
      limit,
      ...(bucket.closed > -Infinity && {
        caution: {
          opensIn: Math.max(0, bucket.opens - now),
          closedAgo: now - bucket.closed,
          forgottenIn: Math.max(0, bucket.forgotten - now),
        },
      }),
    };
  }

  #bucketOf(name: string): Bucket {
    const known = this.#buckets.get(name) ?? {
      leased: new Map<string, Milliseconds>(),
      taken: new Map<string, Milliseconds>(),
      strange: new Map<string, Milliseconds>(),
      waiting: new Map<string, Milliseconds>(),
      served: new Map<string, Milliseconds>(),
      opens: -Infinity,
      closed: -Infinity,
      forgotten: -Infinity,
      limit: Infinity,
    };
    this.#buckets.set(name, known);
    return known;
  }
}

function forget(entries: Map<string, Milliseconds>, until: Milliseconds): void {
  for (const [name, at] of entries) {
    if (at <= until) {
      entries.delete(name);
    }
  }
}
