import { PermitsDocument, type PermitsQuery } from './generated/graphql.js';
import { ask } from './gateway.js';

export type Permits = PermitsQuery['rateLimit'];

/** Long waits are looked at less and less often: a look is a request too, and gateways may count those. */
const FIRST_LOOK_MS = 400;
const LAST_LOOK_MS = 5000;
const SLOWING_DOWN = 1.4;

/** Looks after the rate limit while something is being asked, and once more afterwards. */
export class PermitsWatch {
  /** How it stands; undefined until it is known. */
  permits: Permits | undefined;
  /** The most that was waiting or under way since watching began; progress is told against it. */
  peak = 0;
  readonly #changed: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #interval = FIRST_LOOK_MS;
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
      this.#interval = FIRST_LOOK_MS;
      this.#timer = setTimeout(() => void this.#look(), isBusy ? FIRST_LOOK_MS : 0);
    }
  }

  async #look(): Promise<void> {
    const { data } = await ask(PermitsDocument, {});
    this.permits = data?.rateLimit;
    this.peak = Math.max(this.peak, (this.permits?.queued ?? 0) + (this.permits?.inFlight ?? 0));
    this.#changed();
    if (this.#isBusy) {
      this.#interval = Math.min(this.#interval * SLOWING_DOWN, LAST_LOOK_MS);
      this.#timer = setTimeout(() => void this.#look(), this.#interval);
    }
  }
}
