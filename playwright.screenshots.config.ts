// `npm run screenshots`: the pictures of docs/images, taken from the running system at both sizes.
import tests from './playwright.config.ts'

export default { ...tests, testDir: 'e2e/screenshots', testMatch: '**/*.shots.ts', reporter: [['list']] }
