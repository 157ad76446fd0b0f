/** What one client may take of something. */
export interface Allowance {
  /** Whether nothing is left. */
  readonly isSpent: boolean;
  /** Takes `amount`, or nothing when that is more than is left. */
  take(amount: number): boolean;
  /** Takes back what was taken in vain. */
  giveBack(amount: number): void;
}
