import { useState } from 'preact/hooks';

import type { Explorer } from '../explorer.js';
import { collapse, expand } from '../model/exploration.js';
import { nameOf } from '../model/record.js';
import { graphiqlAddress, type Route, routeFrom } from '../model/route-query.js';
import { HAS_GRAPHIQL } from '../server-settings.js';
import { DatabaseIcon } from './icon.js';

interface Props {
  readonly explorer: Explorer;
  readonly route: Route;
}

/** One route: its hops, which can be followed from the selected record one by one, and its operation. */
export function RouteCard({ explorer, route }: Props) {
  const { catalog, exploration, knowledge } = explorer;
  const [note, setNote] = useState('');
  const labels = route.databases.map((db) => catalog.labelOf(db));
  const title = labels.join(' → ');
  const record = knowledge.records.get(exploration.selected ?? '');
  const uid = record?.db === route.databases[0] ? record?.uid : undefined;
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(routeFrom(route.query, uid));
      setNote('Copied.');
    } catch {
      // Browsers keep the clipboard from pages that did not come over HTTPS.
      setNote(`This browser does not let the page copy.${HAS_GRAPHIQL ? ' Open it in GraphiQL instead.' : ''}`);
    }
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
            <FollowButton explorer={explorer} link={link} />
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
          {note}
        </span>
      </p>
    </li>
  );
}

interface FollowProps {
  readonly explorer: Explorer;
  readonly link: Route['hops'][number]['link'];
}

/** Draws the links of a hop from the selected record, where that is one to start from, or takes them out again. */
function FollowButton({ explorer, link }: FollowProps) {
  const { exploration, graph } = explorer;
  const record = graph.records.get(exploration.selected ?? '');
  if (record?.db !== link.from) {
    return null;
  }
  const isShown = exploration.expansions.some((each) => each.source === record.id && each.link === link.name);
  return (
    <button
      type="button"
      aria-pressed={isShown}
      aria-label={`Follow ${link.name} from ${nameOf(record)}`}
      onClick={() => {
        const next = isShown ? collapse : expand;
        explorer.go(`${isShown ? 'Hide' : 'Show'} ${link.name}`, next(exploration, record.id, link.name));
      }}
    >
      Follow
    </button>
  );
}
