import { defineConfig } from 'vitest/config'

/** `npm test`: what needs Node alone. The suites that need other programs have configurations of their own. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/interop/**', 'test/browser/**', 'node_modules/**'],
    // Files share what they import: Hearsay keeps no state that one of them could leave behind, and loading it takes a second.
    isolate: false,
    testTimeout: 180_000,
    hookTimeout: 180_000
  }
})
