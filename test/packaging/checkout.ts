import { mkdir, readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** This checkout. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Gives a copy of the checkout its packages, as `npm ci` has installed them here: half a gigabyte need not be copied.
 * What builds remember lies in `node_modules/.cache`, and is not shared.
 */
export async function linkPackages(directory: string): Promise<void> {
  const installed = join(ROOT, 'node_modules');
  await mkdir(join(directory, 'node_modules'));
  const packages = (await readdir(installed)).filter((name) => name !== '.cache');
  await Promise.all(packages.map((name) => symlink(join(installed, name), join(directory, 'node_modules', name))));
}
