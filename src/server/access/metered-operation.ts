import { Operation, type OperationOptions } from '../../loading/operation/operation.js';
import type { Allowance } from './quota.js';

/** An operation whose upstream calls also count against what its client may make. */
export class MeteredOperation extends Operation {
  readonly #allowance: Allowance;

  constructor(options: OperationOptions, allowance: Allowance) {
    super(options);
    this.#allowance = allowance;
  }

  override get spentUp(): boolean {
    return super.spentUp || this.#allowance.isSpent;
  }

  override charge(calls: number): boolean {
    if (!super.charge(calls)) {
      return false;
    }
    if (!this.#allowance.take(calls)) {
      super.refund(calls);
      return false;
    }
    return true;
  }

  override refund(calls: number): void {
    super.refund(calls);
    this.#allowance.giveBack(calls);
  }
}
