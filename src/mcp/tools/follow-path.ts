import { EntrezError } from '../../eutils/failures/errors.js';
import type { LinkFilter } from '../../eutils/links/link-filter.js';
import { EntrezRecord } from '../../schema/core/record.js';
import type { AnyLink, LinkArgs } from '../../schema/links/link-arguments.js';
import { loadLinks } from '../../schema/links/load-links.js';
import type { ToolCall } from '../call.js';
import type { WantedLinks } from '../input/link-filter.js';

/** Records whose links one step loads. */
const MAX_FOLLOWED = 1000;

/** A record at the end of a path. */
export interface Target {
  readonly uid: string;
  /** Of the link that leads to it, where NCBI computes one and the path has one step. */
  readonly score: number | undefined;
  /** How many ways lead there. */
  readonly paths: number;
}

/** What the records of a path lead to, by uid. */
export interface Followed {
  readonly targets: ReadonlyMap<string, readonly Target[] | EntrezError>;
  /** Whether some records on the way were not followed, so that totals are lower bounds. */
  readonly isPartial: boolean;
  /** Sentences about that. */
  readonly notes: readonly string[];
}

/** Follows a path of links from records of one database. A filter selects the links of its last step. */
export async function followPath(
  records: readonly EntrezRecord[],
  steps: readonly AnyLink[],
  wanted: WantedLinks,
  call: ToolCall,
): Promise<Followed> {
  const notes: string[] = [];
  let reached: ReadonlyMap<string, readonly Target[] | EntrezError> = new Map(
    records.map(({ uid }) => [uid, [{ uid, score: undefined, paths: 1 }]]),
  );
  for (const [index, link] of steps.entries()) {
    const isLast = index === steps.length - 1;
    const all = uidsIn(reached);
    const uids = all.slice(0, index === 0 ? Infinity : MAX_FOLLOWED);
    if (uids.length < all.length) {
      notes.push(`Step ${index + 1} followed ${uids.length} of ${all.length} ${link.from} records.`);
    }
    const lists = await linksOf(uids, link, isLast ? wanted : { filter: undefined, args: {} }, call);
    if (index > 0) {
      notes.push(...failuresIn(lists, link));
    }
    reached = new Map(
      [...reached].map(([source, targets]) => [
        source,
        targets instanceof EntrezError ? targets : index === 0 ? firstStep(targets, lists) : nextStep(targets, lists),
      ]),
    );
  }
  return { targets: reached, isPartial: notes.length > 0, notes };
}

type Lists = ReadonlyMap<string, readonly Target[] | EntrezError>;

async function linksOf(
  uids: readonly string[],
  link: AnyLink,
  { filter, args }: { readonly filter: LinkFilter | undefined; readonly args: LinkArgs },
  call: ToolCall,
): Promise<Lists> {
  const question = { link, scored: link.scored === true, scoresMayLack: args.minScore == null };
  const lists = await Promise.all(
    uids.map(async (uid): Promise<[string, readonly Target[] | EntrezError]> => {
      try {
        const request = { question, filter, args, owner: uid };
        const { links } = await loadLinks(new EntrezRecord(link.from, uid), request, call.context);
        return [
          uid,
          Array.from({ length: links.uids.length }, (_, index) => ({
            uid: links.uids.at(index),
            score: links.scores?.[index],
            paths: 1,
          })),
        ];
      } catch (error) {
        return [uid, call.countFailure(error)];
      }
    }),
  );
  return new Map(lists);
}

function uidsIn(reached: Lists): readonly string[] {
  const lists = [...reached.values()].flatMap((targets) => (targets instanceof EntrezError ? [] : targets));
  return [...new Set(lists.map(({ uid }) => uid))];
}

function firstStep([start]: readonly Target[], lists: Lists): readonly Target[] | EntrezError {
  return lists.get(start?.uid ?? '') ?? [];
}

/** The targets of the next step, those first to which most ways lead. */
function nextStep(targets: readonly Target[], lists: Lists): readonly Target[] | EntrezError {
  const next = new Map<string, Target>();
  const failures: EntrezError[] = [];
  for (const { uid, paths } of targets) {
    const list = lists.get(uid);
    if (list instanceof EntrezError) {
      failures.push(list);
      continue;
    }
    for (const target of list ?? []) {
      const known = next.get(target.uid);
      next.set(target.uid, {
        uid: target.uid,
        score: undefined,
        paths: (known?.paths ?? 0) + paths,
      });
    }
  }
  const [failure] = failures;
  if (failure && failures.length === targets.length) {
    return failure;
  }
  return [...next.values()].toSorted((a, b) => b.paths - a.paths);
}

function failuresIn(lists: Lists, { from, name }: AnyLink): readonly string[] {
  const failures = [...lists.values()].filter((list) => list instanceof EntrezError);
  const codes = [...new Set(failures.map(({ code }) => code))].join(', ');
  return failures.length === 0
    ? []
    : [`failed: ${name} of ${failures.length} of ${lists.size} ${from} records (${codes}); totals are lower bounds.`];
}
