import { defineConfig } from 'vitest/config'

/** The page in a real Chromium (test/browser/install-chromium.sh installs it). */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    fileParallelism: false
  }
})
