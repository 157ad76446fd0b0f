import { type Interceptor, parameterOf } from './interceptor.js';

/** Holds the answers to requests of one utility, or of one link name, back until they are released; then the sandbox gives its own. */
export class HeldAnswers {
  readonly interceptor: Interceptor;
  /** Resolves when the first such request has arrived. */
  readonly arrived: Promise<void>;
  #release: () => void = () => undefined;

  constructor(utility: string, linkName?: string) {
    const released = new Promise<undefined>((resolve) => {
      this.#release = () => {
        resolve(undefined);
      };
    });
    let arrive: () => void = () => undefined;
    this.arrived = new Promise((resolve) => {
      arrive = resolve;
    });
    this.interceptor = (request) => {
      if (request.utility !== utility || (linkName !== undefined && parameterOf(request, 'linkname') !== linkName)) {
        return undefined;
      }
      arrive();
      return released;
    };
  }

  release(): void {
    this.#release();
  }
}
