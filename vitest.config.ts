import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{spec,reference-impl,adapters,suites,cli,scripts}/**/*.test.ts'],
          exclude: ['suites/checks/**'],
        },
      },
      { test: { name: 'checks', include: ['suites/checks/*.test.ts'], pool: 'threads', isolate: false } },
    ],
  },
})
