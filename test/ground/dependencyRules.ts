import type { IFlattenedRuleSet } from 'dependency-cruiser';

type Rule = NonNullable<IFlattenedRuleSet['forbidden']>[number];

/** The packages that the pure core may use: small, and only mathematics or the science of colour. */
const CORE_PACKAGES = ['clipper2-ts', 'culori', 'simplex-noise'];

/** The core's folders in the order of the data's way; each may import those before it, never one behind it. */
const CORE_ORDER = ['geometry', 'head', 'design', 'density', 'scatter', 'pigment', 'plan', 'tools'];

/**
 * The studio's folders, and which others of the studio each may import. All may import the core, and texts the
 * catalogues (JSON) that lie beside what they speak of.
 */
const STUDIO_FOLDERS: Readonly<Record<string, readonly string[]>> = {
  texts: [],
  workers: [],
  state: ['workers', 'texts'],
  photo: ['workers', 'texts'],
  storage: ['state', 'texts'],
  canvas: ['state', 'workers', 'photo', 'texts'],
  export: ['state', 'workers', 'photo', 'canvas', 'texts'],
  flows: ['state', 'workers', 'photo', 'storage', 'canvas', 'export', 'texts'],
  panels: ['state', 'workers', 'photo', 'storage', 'canvas', 'export', 'flows', 'texts'],
};

const oneOf = (names: readonly string[]): string => `(?:${names.join('|')})`;

const coreRules = CORE_ORDER.slice(0, -1).map((folder, place): Rule => ({
  name: `core-order-${folder}`,
  comment: `core/${folder} stands before the rest of the way and may not know what follows it.`,
  severity: 'error',
  from: { path: `^src/core/${folder}/` },
  to: { path: `^src/core/${oneOf(CORE_ORDER.slice(place + 1))}/` },
}));

const studioRules = Object.entries(STUDIO_FOLDERS).map(([folder, others]): Rule => ({
  name: `studio-order-${folder}`,
  comment: `studio/${folder} may import the core and, of the studio, only: ${[folder, ...others].join(', ')}.`,
  severity: 'error',
  from: { path: `^src/studio/${folder}/` },
  to: {
    path: '^src/',
    pathNot: [
      `^src/(?:core|studio/${oneOf([folder, ...others])})/`,
      ...(folder === 'texts' ? ['^src/studio/.+\\.json$'] : []),
    ],
  },
}));

/** The import rules of the architecture, type-only imports included. */
export const DEPENDENCY_RULES: readonly Rule[] = [
  {
    name: 'core-knows-only-core',
    comment: 'The core knows no screen, store or worker.',
    severity: 'error',
    from: { path: '^src/core/' },
    to: { path: '^(?:src|test)/', pathNot: '^src/core/' },
  },
  {
    name: 'core-packages',
    comment: `The core uses no package but ${CORE_PACKAGES.join(', ')}, and nothing of Node.`,
    severity: 'error',
    from: { path: '^src/core/' },
    to: { pathNot: `^(?:src|test)/|^node_modules/${oneOf(CORE_PACKAGES)}/` },
  },
  {
    name: 'core-has-known-folders',
    comment: 'A folder of the core has its place in the order; only result.ts stands beside them.',
    severity: 'error',
    from: {},
    to: { path: '^src/core/', pathNot: `^src/core/(?:${oneOf(CORE_ORDER)}/|result\\.ts$)` },
  },
  ...coreRules,
  {
    name: 'core-result-knows-nothing',
    comment: 'result.ts is open to all, so it imports none.',
    severity: 'error',
    from: { path: '^src/core/result\\.ts$' },
    to: {},
  },
  {
    name: 'studio-has-known-folders',
    comment: 'A folder of the studio has its place in the rules.',
    severity: 'error',
    from: {},
    to: { path: '^src/studio/', pathNot: `^src/studio/${oneOf(Object.keys(STUDIO_FOLDERS))}/` },
  },
  ...studioRules,
  {
    name: 'source-knows-no-test',
    comment: 'What is published stands without its tests.',
    severity: 'error',
    from: { path: '^src/' },
    to: { path: '^test/' },
  },
  {
    name: 'source-packages',
    comment: 'What is published uses what package.json lists under "dependencies", and nothing of Node.',
    severity: 'error',
    from: { path: '^src/' },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'core'] },
  },
  {
    name: 'no-cycles',
    comment: 'Files that import each other are one file or three.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-unresolved-imports',
    comment: 'An import that the checker cannot follow is an import that it cannot judge.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
];
