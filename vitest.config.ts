import { createRequire } from 'node:module';

import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    // Vite would take the ESM build while Node gives the libraries the CommonJS one: two copies that refuse each other.
    alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }],
  },
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    coverage: { include: ['src/**'], exclude: ['src/cli/**', 'src/cli.ts'] },
  },
});
