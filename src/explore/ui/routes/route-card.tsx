import { useSignal } from '@preact/signals';

import { HAS_GRAPHIQL } from '../../gateway/server-settings.js';
import { collapse, expand } from '../../model/exploration.js';
import type { FollowedRoute } from '../../model/follow-route.js';
import { labelOf } from '../../model/record-name.js';
import type { Failure } from '../../gateway/failure-text.js';
import { graphiqlAddress, type Route, routeFrom } from '../../model/route-query.js';
import { followRoute } from '../../state/follow-route.js';
import { usePage } from '../../state/page.js';
import { FailureNote } from '../record/failure-note.js';
import { copyText } from '../shell/clipboard.js';
import { DatabaseIcon } from '../shell/icon.js';
import { hopText } from './hop-text.js';

interface Props {
  readonly route: Route;
  /** Whether the selected record has no links by which it begins. */
  readonly isDeadEnd: boolean;
}

/** A route: its hops, which can be followed from the selected record, and its query. */
export function RouteCard({ route, isDeadEnd }: Props) {
  const { explorer } = usePage();
  const { catalog } = explorer;
  const note = useSignal('');
  const labels = route.databases.map((db) => catalog.labelOf(db));
  const title = labels.join(' → ');
  const record = explorer.selected.value;
  const uid = record?.db === route.databases[0] ? record?.uid : undefined;
  const followed = useSignal<FollowedRoute | undefined>(undefined);
  const failure = useSignal<Failure | undefined>(undefined);
  const follow = async (): Promise<void> => {
    if (record && uid !== undefined) {
      const result = await followRoute(explorer, route, record);
      followed.value = result.followed;
      failure.value = result.failure;
    }
  };
  const copy = async (): Promise<void> => {
    const isCopied = await copyText(routeFrom(route.query, uid));
    const instead = HAS_GRAPHIQL ? ' Open it in GraphiQL instead.' : '';
    note.value = isCopied ? 'Copied.' : `This browser does not let the page copy.${instead}`;
  };
  return (
    <li>
      <h3>{title}</h3>
      <ol class="hops">
        {route.hops.map(({ link }, index) => (
          <li key={link.name}>
            <span class="link-name">
              <DatabaseIcon db={link.to} /> {link.label || labels[index + 1]}
              {link.kind === 'COMPUTED' && <span class="quiet"> computed</span>}
              <code>{link.name}</code>
            </span>
            <FollowButton link={link} />
          </li>
        ))}
      </ol>
      {isDeadEnd && record && (
        <p class="quiet">
          Leads nowhere from {labelOf(record)}, which has no links by <code>{route.hops[0]?.link.name}</code>.
        </p>
      )}
      {followed.value && <HopCounts followed={followed.value} />}
      {failure.value && (
        <FailureNote what="Couldn't follow this route" failure={failure.value} retry={() => void follow()} />
      )}
      <p class="actions">
        {record && uid !== undefined && !explorer.client.trustedOnly.value && (
          <button
            type="button"
            aria-label={`Follow to the end: ${title} from ${labelOf(record)}`}
            onClick={() => void follow()}
          >
            Follow to the end
          </button>
        )}
        <button type="button" aria-label={`Copy query of ${title}`} onClick={() => void copy()}>
          Copy query
        </button>
        {HAS_GRAPHIQL && (
          <a class="button" href={graphiqlAddress(route.query, uid)} target="_blank" rel="noreferrer">
            Open in GraphiQL
            <span class="visually-hidden"> {title}, in a new tab</span> ↗
          </a>
        )}
        <span class="quiet" role="status">
          {note.value}
        </span>
      </p>
    </li>
  );
}

/** How many links each hop has, and how many records it ends at. */
function HopCounts({ followed: { hops } }: { readonly followed: FollowedRoute }) {
  return (
    <div role="status">
      <ol class="hop-counts" aria-label="Links of each hop">
        {hops.map((hop, index) => (
          <li key={hop.link}>
            <code>{hop.link}</code>: {hopText(hop, hops.slice(0, index))}
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Draws the links of a hop from the selected record, if it is of the right database, or removes them. */
function FollowButton({ link }: { readonly link: Route['hops'][number]['link'] }) {
  const { explorer } = usePage();
  const exploration = explorer.exploration.value;
  const record = explorer.graph.value.records.get(exploration.selected ?? '');
  if (record?.db !== link.from) {
    return null;
  }
  const isShown = exploration.expansions.some((each) => each.source === record.id && each.link === link.name);
  return (
    <button
      type="button"
      aria-pressed={isShown}
      aria-label={`Follow ${link.name} from ${labelOf(record)}`}
      onClick={() => {
        const next = isShown ? collapse : expand;
        explorer.go(`${isShown ? 'Hide' : 'Show'} ${link.name}`, next(exploration, record.id, link.name));
      }}
    >
      Follow
    </button>
  );
}
