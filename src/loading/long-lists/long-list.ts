import { createHash } from 'node:crypto';

import type { LinkRef } from '../definitions/links.js';
import type { Links } from '../values/link-list.js';

/** A list of links whose members NCBI is to filter or sort by itself. */
export interface LongList {
  readonly links: Links;
  /** Database of the members. */
  readonly db: string;
  /** The record whose links under one name these are, all of them; undefined for other lists. */
  readonly origin?: { readonly link: LinkRef; readonly uid: string } | undefined;
}

/** Lists up to this length are looked through record by record, which costs at most three calls that others share. */
export const LONG_LIST = 1500;

/** Whether NCBI is to filter or sort a list as a stored set. Decided by its length alone, so that pages agree. */
export function isLong({ uids }: Links): boolean {
  return uids.length > LONG_LIST && ArrayBuffer.isView(uids.packed);
}

/** The record whose links ELink can store as this list; not that of a table, which is older than what ELink has. */
export function ownerOf({ links, origin }: LongList): LongList['origin'] {
  return links.source === 'ELINK' ? origin : undefined;
}

const digests = new WeakMap<Links, string>();

/** A text that is equal for lists of the same records only, in whatever order. */
export function membersDigest({ links, db }: LongList): string {
  const known = digests.get(links);
  if (known !== undefined) {
    return known;
  }
  const { packed } = links.uids;
  const sorted = Float64Array.from(packed, Number).sort();
  const digest = createHash('sha256').update(db).update(sorted).digest('base64url').slice(0, 22);
  digests.set(links, digest);
  return digest;
}

const derived = new WeakMap<Links, WeakMap<Links, Links>>();

/** The list made of `base` and what was found out about its members; made once, for as long as both are kept. */
export function deriveOnce(base: Links, found: Links, make: () => Links): Links {
  const ofFound = derived.get(found) ?? new WeakMap<Links, Links>();
  derived.set(found, ofFound);
  const known = ofFound.get(base);
  if (known) {
    return known;
  }
  const made = make();
  ofFound.set(base, made);
  return made;
}
