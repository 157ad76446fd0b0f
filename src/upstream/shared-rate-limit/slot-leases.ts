import type { RateHeaders } from '../../eutils/failures/rate-headers.js';
import type { Slot } from '../rate-limit/budget.js';
import { LEASE, type LeaseRequest, type LeaseGrant } from './budget-store.js';
import type { Clock, Milliseconds } from '../clock.js';
import type { Cooldown } from '../rate-limit/cooldown.js';
import { merged, type LeaseReport, nothing } from './lease-report.js';
import type { Membership } from './membership.js';

/** A turn gives at most this part of a budget, so that others who come at the same moment find something. */
const FEW = 1 / 8;
/** The store is told so early that a place is still needed that it can be told twice more. */
const KEEP_EVERY: Milliseconds = LEASE / 3;

export interface SlotLeasesOptions {
  readonly membership: Membership;
  /** The API key, under a name that does not tell it. */
  readonly bucket: string;
  readonly rps: number;
  /** How long a departure takes up its place, as long as nothing was refused. */
  readonly window: Milliseconds;
  readonly clock: Clock;
  readonly cooldown: Cooldown;
  /** Told when there is a place to take. */
  readonly onChange: () => void;
}

/** A place lent by the store. */
interface Lease {
  readonly number: number;
  /** When it must not be used any more. */
  until: Milliseconds;
  /** When the store was last told that it is needed. */
  toldAt: Milliseconds;
}

/**
 * The places that the store lends this process. It is asked for a few at a time; departures are reported with the next
 * question, and what is not needed goes back at once. Times are told as "so long ago", and so err on the side of caution
 * by the time a message takes, whatever anybody's clock says.
 */
export class SlotLeases {
  readonly #options: SlotLeasesOptions;
  /** Lent and not taken, for as long as it takes to see who wants it. */
  #leased: Lease[] = [];
  /** Taken by requests that have not departed. */
  readonly #held = new Set<Lease>();
  #next = 0;
  #wanted = 0;
  #report = nothing();
  #turning: Promise<void> | undefined;
  #closed = false;
  #askAt: Milliseconds = -Infinity;
  #cancelTimer: (() => void) | undefined;
  #limit: number;
  #free: number;
  #heardAt: Milliseconds = -Infinity;

  constructor(options: SlotLeasesOptions) {
    this.#options = options;
    this.#limit = options.rps;
    this.#free = options.rps;
  }

  get limit(): number {
    return this.#limit;
  }

  /** Places that are free in the store, as far as it is known. */
  get free(): number {
    // What was heard longer than a window ago says nothing any more.
    return this.#options.clock.now() - this.#heardAt > this.#options.window ? this.#limit : this.#free;
  }

  /** Whether there is a place to take. */
  get isOpen(): boolean {
    return this.#leased.length > 0;
  }

  get idle(): boolean {
    return this.#held.size === 0 && !this.#hasReport && this.#turning === undefined;
  }

  /** Takes a place; undefined when there is none. */
  take(): Slot | undefined {
    const lease = this.#leased.shift();
    return lease && this.#slotOf(lease);
  }

  /** @see Budget.want */
  want(count: number): void {
    this.#wanted = count;
    this.giveBack();
    this.#talk();
  }

  /** Gives back what nobody has taken. */
  giveBack(): void {
    this.#report.givenBack.push(...this.#leased.map(({ number }) => number));
    this.#leased = [];
  }

  /** Tells the others what a refusal has taught. */
  warn(): void {
    this.#report.caution = true;
    this.#talk();
  }

  /** Says what there is to say, and nothing any more. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#cancelTimer?.();
    await this.#turning;
    if (this.#hasReport && this.#isShared) {
      await this.#turn();
    }
  }

  get #isShared(): boolean {
    return this.#options.clock.now() >= this.#options.membership.sharedFrom;
  }

  /** What is taken and still good. */
  get #kept(): Lease[] {
    const now = this.#options.clock.now();
    return [...this.#held].filter(({ until }) => until > now);
  }

  get #hasReport(): boolean {
    const { sent, givenBack, said, caution } = this.#report;
    return sent.length > 0 || givenBack.length > 0 || said !== undefined || caution;
  }

  #slotOf(lease: Lease): Slot {
    const { clock } = this.#options;
    let sentAt = NaN;
    let ours: number | undefined;
    this.#held.add(lease);
    return {
      get expired() {
        return clock.now() >= lease.until;
      },
      markSent: () => {
        sentAt = clock.now();
        this.#held.delete(lease);
        this.#report.sent = [
          ...this.#report.sent.filter(({ slot }) => slot !== lease.number),
          { slot: lease.number, at: sentAt, answered: (answer) => (ours = answer.ours) },
        ];
      },
      cancel: () => {
        this.#held.delete(lease);
        this.#report.givenBack.push(lease.number);
      },
      applyRateHeaders: (said) => {
        this.#heed(said, sentAt, ours);
      },
    };
  }

  /** What NCBI counted beyond what all of us had taken came from strangers. */
  #heed({ limit, remaining }: RateHeaders, at: Milliseconds, ours: number | undefined): void {
    const strangers = ours === undefined ? 0 : Math.max(0, limit - remaining - ours);
    if (strangers > 0 || Math.min(limit, this.#options.rps) !== this.#limit) {
      this.#report.said = { limit, strangers, at };
    }
  }

  /** Takes a turn if there is something to say or to ask, or else when there will be. */
  readonly #talk = (): void => {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    if (this.#turning !== undefined || this.#closed || !this.#isShared) {
      return;
    }
    const { clock } = this.#options;
    const keepAt = Math.min(...this.#kept.map(({ toldAt }) => toldAt + KEEP_EVERY));
    const due = Math.min(this.#wanted > 0 ? this.#askAt : Infinity, keepAt);
    if (this.#hasReport || due <= clock.now()) {
      // Whatever else happens at this moment is told with the same turn.
      this.#turning = Promise.resolve().then(this.#turn);
    } else if (due < Infinity) {
      this.#cancelTimer = clock.after(due - clock.now(), this.#talk);
    }
  };

  readonly #turn = async (): Promise<void> => {
    const { membership, clock, onChange } = this.#options;
    const kept = this.#kept;
    const leaseReport = this.#report;
    const askedAt = clock.now();
    const next = this.#next;
    const turn = this.#say(leaseReport, kept, askedAt);
    this.#report = nothing();
    // A turn whose answer is lost may have been taken all the same: its numbers are never used again.
    this.#next += turn.few;
    const answer = await membership.store.turn(turn).catch(() => undefined);
    this.#turning = undefined;
    if (!answer) {
      this.#report = merged(leaseReport, this.#report);
      membership.lost();
      return;
    }
    this.#learn(answer);
    for (const lease of kept) {
      lease.toldAt = askedAt;
      lease.until = answer.kept?.includes(lease.number) ? askedAt + LEASE : lease.until;
    }
    for (const { answered } of leaseReport.sent) {
      answered(answer);
    }
    this.#leased = Array.from({ length: answer.leased }, (_, i) => ({
      number: next + i,
      until: askedAt + LEASE,
      toldAt: askedAt,
    }));
    onChange();
  };

  #say({ sent, givenBack, said, caution }: LeaseReport, kept: readonly Lease[], now: Milliseconds): LeaseRequest {
    const { membership, bucket, rps, window, cooldown } = this.#options;
    return {
      bucket,
      rps,
      member: membership.member,
      window,
      want: this.#closed ? 0 : this.#wanted,
      few: Math.ceil(rps * FEW),
      next: this.#next,
      sent: sent.map(({ slot, at }) => ({ slot, ago: now - at })),
      givenBack,
      kept: kept.map(({ number }) => number),
      said: said && { limit: said.limit, strangers: said.strangers, ago: now - said.at },
      caution: caution ? cooldown.caution : undefined,
    };
  }

  #learn({ limit, free, wait, caution }: LeaseGrant): void {
    this.#limit = limit;
    this.#free = free;
    this.#heardAt = this.#options.clock.now();
    this.#askAt = this.#heardAt + wait;
    if (caution) {
      this.#options.cooldown.learn(caution);
    }
  }
}
