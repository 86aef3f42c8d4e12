import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    // Tests leave the user's own cache alone.
    env: { XDG_CACHE_HOME: join(tmpdir(), 'kehoach-test-cache') },
  },
});
