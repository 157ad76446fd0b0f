import type { FollowedHop } from '../../model/follow-route.js';
import { counted } from '../shell/counted.js';

/** What a hop leads to, after those before it. What could not be loaded is not known, and not nothing. */
export function hopText(hop: FollowedHop, before: readonly FollowedHop[]): string {
  const { sources, failed, withoutLinks, links, followed } = hop;
  const known = sources - failed;
  if (sources === 0) {
    return before.some((earlier) => earlier.failed > 0) ? 'not known' : 'nothing to follow';
  }
  if (known === 0) {
    return 'not known, could not be loaded';
  }
  return [
    `${counted(links, 'link')} of ${counted(known, 'record')}`,
    ...(withoutLinks > 0 && links > 0 ? [`, ${withoutLinks.toLocaleString('en')} without any`] : []),
    ...(failed > 0 ? [`, those of ${counted(failed, 'record')} could not be loaded`] : []),
    ...(links > followed ? [`, ${followed.toLocaleString('en')} followed`] : []),
    ...(links === 0 && failed === 0 ? [': the route ends here'] : []),
  ].join('');
}
