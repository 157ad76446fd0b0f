import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The example, whose composers and gateways are too large for everybody to install. */
export const EXAMPLE = fileURLToPath(new URL('../../examples/federation/', import.meta.url));

/** CI sets it: there the tests must run. */
const REQUIRED = process.env.REQUIRE_FEDERATION === '1';

/** Whether tests of the example are skipped because nobody ran `npm ci --prefix examples/federation`; never where they are required. */
export const isExampleMissing = !REQUIRED && !existsSync(`${EXAMPLE}node_modules`);
