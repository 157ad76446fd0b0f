import { useSignal } from '@preact/signals';

import { HAS_GRAPHIQL } from '../../gateway/server-settings.js';
import { collapse, expand } from '../../model/exploration.js';
import { labelOf } from '../../model/record-name.js';
import { graphiqlAddress, type Route, routeFrom } from '../../model/route-query.js';
import { usePage } from '../../state/page.js';
import { copyText } from '../shell/clipboard.js';
import { DatabaseIcon } from '../shell/icon.js';

/** A route: its hops, which can be followed from the selected record, and its query. */
export function RouteCard({ route }: { readonly route: Route }) {
  const { explorer } = usePage();
  const { catalog } = explorer;
  const note = useSignal('');
  const labels = route.databases.map((db) => catalog.labelOf(db));
  const title = labels.join(' → ');
  const record = explorer.selected.value;
  const uid = record?.db === route.databases[0] ? record?.uid : undefined;
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
      <p class="actions">
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
