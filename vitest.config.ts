import { defineConfig } from 'vitest/config'

/** `npm test`: what needs Node alone. The suites that need other programs have configurations of their own. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/interop/**', 'test/browser/**', 'node_modules/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000
  }
})
