import type { Answer } from '../http/answer.js';
import type { SandboxContext } from '../context.js';
import type { Parameters } from '../http/parameters.js';
import { seededRandom } from '../seeded-random.js';
import type { Fault, FaultRequest, SentAnswer } from './fault.js';
import { FAULTS } from './faults.js';
import type { FaultRule } from './parse-faults.js';
import { isAt } from './place.js';

/** A rule and what it did so far. */
export interface FaultState {
  readonly rule: FaultRule;
  /** Requests it could happen to. */
  readonly met: number;
  /** Requests it happened to. */
  readonly struck: number;
}

/** Answers a question truthfully. */
type Honest = (params: Parameters) => Answer;

interface ActiveRule {
  readonly rule: FaultRule;
  readonly random: () => number;
  met: number;
  struck: number;
}

/**
 * Makes a sandbox go wrong as its rules say. At most one of them strikes a request, the first of those it falls to.
 * Every rule draws from random numbers of its own: the same seed, rules and requests give the same faults.
 */
export class FaultKit {
  readonly #context: SandboxContext;
  readonly #seed: number;
  #rules: readonly ActiveRule[] = [];

  constructor(context: SandboxContext, seed: number) {
    this.#context = context;
    this.#seed = seed;
  }

  get state(): readonly FaultState[] {
    return this.#rules.map(({ rule, met, struck }) => ({ rule, met, struck }));
  }

  /** Replaces the rules; none end all faults. The seed is the sandbox's own unless another is given. */
  set(rules: readonly FaultRule[], seed = this.#seed): void {
    this.#rules = rules.map((rule, place) => ({ rule, random: seededRandom(seed + place), met: 0, struck: 0 }));
  }

  /** What is sent for a request: the honest answer, or what a fault makes of it. */
  answer(request: FaultRequest, honest: Honest): SentAnswer {
    const struck = this.#draw(request);
    if (struck === undefined) {
      return honest(request.params);
    }
    const { rule, random } = struck;
    const fault: Fault = FAULTS[rule.name];
    const truth = honest(fault.question?.(request, this.#context, random) ?? request.params);
    const answer = fault.answer?.(truth, request, random) ?? truth;
    return { ...answer, ...(fault.deliver && { deliver: fault.deliver }), fault: rule.text };
  }

  #draw(request: FaultRequest): ActiveRule | undefined {
    // Every rule draws, also after one has struck, so that they do not disturb each other's sequence.
    const drawn = this.#rules.filter((active) => this.#falls(active, request));
    const [first] = drawn;
    if (first !== undefined) {
      first.struck += 1;
    }
    return first;
  }

  #falls(active: ActiveRule, request: FaultRequest): boolean {
    const { rule, random } = active;
    const { utilities, fits }: Fault = FAULTS[rule.name];
    const possible =
      utilities?.includes(request.utility) !== false &&
      fits?.(request) !== false &&
      rule.places.every((place) => isAt(place, request, this.#context.catalog));
    if (!possible) {
      return false;
    }
    active.met += 1;
    return random() < (rule.rate ?? 1) && active.struck < (rule.count ?? Infinity);
  }
}
