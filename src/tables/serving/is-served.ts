import type { ListsSummary } from '../storage/manifest.js';

/** Which link names of tables are served. */
export interface ServingRule {
  /** Whether only link names are served that were compared with ELink. */
  readonly verifiedOnly: boolean;
  /** Link names whose agreement with ELink is less are not served, from 0 to 1. */
  readonly minAgreement: number;
}

/** Whether a link name with such an agreement is served; null where nothing was compared. */
export function isServed(
  agreement: number | null,
  lists: Pick<ListsSummary, 'sources' | 'unattributed'>,
  { verifiedOnly, minAgreement }: ServingRule,
): boolean {
  return agreement === null ? !verifiedOnly && agreementAtMost(lists) >= minAgreement : agreement >= minAgreement;
}

/** How far lists can be expected to agree where nobody has compared them: links of unknown sources may each be of another one. */
export function agreementAtMost({ sources, unattributed = 0 }: Pick<ListsSummary, 'sources' | 'unattributed'>): number {
  return unattributed === 0 ? 1 : Math.max(0, 1 - unattributed / sources);
}

/** Whether any record may have links that the rows do not name: that one is not there then proves nothing. */
export function isPartial({ isPartial: lacksSome, unattributed = 0 }: ListsSummary): boolean {
  return lacksSome === true || unattributed > 0;
}
