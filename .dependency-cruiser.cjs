// Holds the house together (docs/architecture.md): imports point one way, towards shared, and nothing runs in a circle.

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'workspaces-meet-over-the-wire',
      comment: 'web, signaling and media-server know each other only by the protocol in shared.',
      severity: 'error',
      from: { path: '^(web|signaling|media-server)/' },
      to: { path: '^(web|signaling|media-server)/', pathNot: '^$1/' },
    },
    {
      name: 'shared-imports-no-other-workspace',
      comment: 'shared is what the others stand on.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(web|signaling|media-server|scripts|e2e)/' },
    },
    {
      name: 'shared-runs-everywhere',
      comment:
        'shared runs in the browser and in Node alike, so it may use the built-ins of neither. Tests run in Node.',
      severity: 'error',
      from: { path: '^shared/src/', pathNot: ['[.]test[.]ts$', '/testing/'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'web-runs-in-the-browser',
      comment: 'Code that the browser loads cannot have built-ins of Node.',
      severity: 'error',
      from: { path: '^web/src/', pathNot: ['[.]test[.]tsx?$', '/testing/'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'shared-by-its-front-door',
      comment: "Other workspaces import a feature's index, so that what is inside can move.",
      severity: 'error',
      from: { path: '^(web|signaling|media-server)/' },
      to: { path: '^shared/src/', pathNot: '^shared/src/[^/]+/index[.]ts$' },
    },
    {
      name: 'programs-know-no-tools',
      comment: 'What serves a meeting must not need what starts or tests it.',
      severity: 'error',
      from: { path: '^(web|signaling|media-server|shared)/src/', pathNot: ['[.]test[.]tsx?$', '/testing/'] },
      to: { path: '^(scripts|e2e)/' },
    },
    {
      name: 'no-tests-in-programs',
      comment: 'Test files and test helpers belong to tests.',
      severity: 'error',
      from: { pathNot: ['[.]test[.](ts|tsx|mjs)$', '/testing/', '^e2e/', '^vitest[.]config[.]ts$'] },
      to: { path: ['[.]test[.](ts|tsx|mjs)$', '/testing/'] },
    },
    {
      name: 'no-circles',
      comment: 'A circle cannot be read from one end. Circles of types alone count too: they join what looks separate.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-unresolvable',
      severity: 'error',
      comment: 'An import that leads nowhere, or to a package that is only there by accident.',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^virtual:', '/generated/prisma/'] },
    },
    {
      name: 'no-undeclared-packages',
      severity: 'error',
      comment: 'A package must stand in the package.json of the workspace that imports it.',
      from: { path: '^(web|signaling|media-server|shared)/src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: ['node_modules', '/generated/'] },
    exclude: { path: ['(^|/)(dist|[.]tsbuild|[.]data)/'] },
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'module', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.css'],
    },
    skipAnalysisNotInRules: true,
  },
}
