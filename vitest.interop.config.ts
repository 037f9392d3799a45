import { defineConfig } from 'vitest/config'

/** Real readers of what we write: stores, Gephi, networkx, … `.ci/run` installs them first (test/interop/install-*.sh). */
export default defineConfig({
  test: {
    include: ['test/interop/**/*.test.ts'],
    testTimeout: 1_800_000,
    hookTimeout: 1_800_000,
    fileParallelism: false
  }
})
