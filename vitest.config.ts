import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/setup.ts'],
    // A terminal session on a busy machine: slow is no failure, only never is.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Colour and width come from the test, never from the machine that it runs on.
    env: { NO_COLOR: '1', TZ: 'UTC' },
  },
});
