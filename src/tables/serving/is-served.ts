/** Which link names of tables are served. */
export interface ServingRule {
  /** Whether only link names are served that were compared with ELink. */
  readonly verifiedOnly: boolean;
  /** Link names whose agreement with ELink is less are not served, from 0 to 1. */
  readonly minAgreement: number;
}

/** Whether a link name with such an agreement is served; null where nothing was compared. */
export function isServed(agreement: number | null, { verifiedOnly, minAgreement }: ServingRule): boolean {
  return agreement === null ? !verifiedOnly : agreement >= minAgreement;
}
