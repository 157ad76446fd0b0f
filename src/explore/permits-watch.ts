import { PermitsDocument, type PermitsQuery } from './generated/graphql.js';
import { ask } from './gateway.js';

export type Permits = PermitsQuery['rateLimit'];

const INTERVAL_MS = 400;

/** Looks after the rate limit while something is being asked, and once more afterwards. */
export class PermitsWatch {
  /** How it stands; undefined until it is known. */
  permits: Permits | undefined;
  /** The most that was waiting or under way since watching began; progress is told against it. */
  peak = 0;
  readonly #changed: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isBusy = false;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Says whether something is being asked. */
  set isBusy(isBusy: boolean) {
    if (isBusy && !this.#isBusy) {
      this.peak = 0;
    }
    if (isBusy !== this.#isBusy) {
      this.#isBusy = isBusy;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#look(), isBusy ? INTERVAL_MS : 0);
    }
  }

  async #look(): Promise<void> {
    const { data } = await ask(PermitsDocument, {});
    this.permits = data?.rateLimit;
    this.peak = Math.max(this.peak, (this.permits?.queued ?? 0) + (this.permits?.inFlight ?? 0));
    this.#changed();
    if (this.#isBusy) {
      this.#timer = setTimeout(() => void this.#look(), INTERVAL_MS);
    }
  }
}
