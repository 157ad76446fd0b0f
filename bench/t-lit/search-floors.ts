/** Searches for better floors of the named traversals, or of all, and writes their schedules. Takes some minutes. */
import { writeFileSync } from 'node:fs';

import { floorOf, searchSchedule } from './floor.js';
import {
  FLOORS_FILE,
  graphOf,
  knownSchedules,
  scheduleName,
  type ShapeName,
  SHAPES,
  traversalOf,
  written,
} from './floors.js';
import { SETTINGS } from './settings.js';

const wanted = process.argv.slice(2);
const best = { ...knownSchedules() };
for (const shape of Object.keys(SHAPES) as ShapeName[]) {
  if (wanted.length > 0 && !wanted.includes(shape)) {
    continue;
  }
  const graph = graphOf(shape);
  for (const setting of SETTINGS) {
    const name = scheduleName(shape, setting);
    const traversal = traversalOf(graph, setting);
    const found = searchSchedule(traversal, shape === 'large' ? 400 : undefined);
    const known = best[name];
    if (!known || floorOf(traversal, found).ms < floorOf(traversal, known).ms) {
      best[name] = found;
    }
    writeFileSync(FLOORS_FILE, written(best));
  }
}
