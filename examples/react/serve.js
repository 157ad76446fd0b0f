import { pathToFileURL } from 'node:url';

import { context } from 'esbuild';

const FOLDER = new URL('.', import.meta.url).pathname;

/**
 * Builds the page and serves it, anew for each request.
 *
 * @param options.gateway - Address of entrez-graph, which must allow the origin of the page (`CORS_ORIGINS`).
 * @returns The address of the page, and a function that ends it.
 */
export async function serve({ gateway = 'http://127.0.0.1:4000/graphql', port = 8000 } = {}) {
  const page = await context({
    absWorkingDir: FOLDER,
    entryPoints: { app: 'src/main.tsx' },
    bundle: true,
    format: 'esm',
    target: 'es2023',
    outdir: 'public',
    write: false,
    minify: true,
    define: { GATEWAY: JSON.stringify(gateway), 'process.env.NODE_ENV': '"production"' },
    conditions: ['production'],
  });
  const server = await page.serve({ servedir: 'public', host: '127.0.0.1', port });
  return { url: `http://127.0.0.1:${server.port}/`, close: () => page.dispose() };
}

/** `node serve.js` */
if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { url } = await serve();
  process.stdout.write(
    `${url} asks http://127.0.0.1:4000/graphql: npm run demo -- --cors-origins ${url.slice(0, -1)}\n`,
  );
}
