import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cruiseSource } from './cruiseSource';
import type { Finding } from './cruiseSource';
import { DEPENDENCY_RULES } from './dependencyRules';

type Files = Readonly<Record<string, string>>;

/** A tree that keeps every rule, so that what the planted one breaks is the plant's doing. */
const SOUND: Files = {
  'package.json': '{ "dependencies": { "konva": "1", "simplex-noise": "1" }, "devDependencies": { "tsx": "1" } }',
  'node_modules/konva/package.json': '{ "name": "konva", "version": "1.0.0", "main": "index.js" }',
  'node_modules/konva/index.js': 'module.exports = {};',
  'node_modules/simplex-noise/package.json': '{ "name": "simplex-noise", "version": "1.0.0", "main": "index.js" }',
  'node_modules/simplex-noise/index.js': 'module.exports = {};',
  'node_modules/tsx/package.json': '{ "name": "tsx", "version": "1.0.0", "main": "index.js" }',
  'node_modules/tsx/index.js': 'module.exports = {};',
  'src/core/result.ts': 'export const ok = 1;',
  'src/core/geometry/sound.ts': "import { ok } from '../result';\nimport 'simplex-noise';\nexport const sound = ok;",
  'src/core/head/sound.ts': "export { sound } from '../geometry/sound';",
  'src/core/design/sound.ts': "export { sound } from '../head/sound';",
  'src/core/density/sound.ts': "export { sound } from '../design/sound';",
  'src/core/scatter/sound.ts': "export { sound } from '../density/sound';",
  'src/core/pigment/sound.ts': "export { sound } from '../scatter/sound';",
  'src/core/plan/sound.ts': "export { sound } from '../pigment/sound';",
  'src/core/tools/sound.ts': "export { sound } from '../plan/sound';",
  'src/studio/texts/sound.ts': "import words from '../photo/words.json';\nexport const sound = words;",
  'src/studio/photo/words.json': '{}',
  'src/studio/workers/sound.ts': "export { sound } from '../../core/scatter/sound';",
  'src/studio/state/sound.ts': "export { sound } from '../workers/sound';",
  'src/studio/photo/sound.ts': "export { sound } from '../workers/sound';",
  'src/studio/storage/sound.ts': "export { sound } from '../state/sound';",
  'src/studio/canvas/sound.ts': "import 'konva';\nexport { sound } from '../state/sound';",
  'src/studio/export/sound.ts': "export { sound } from '../canvas/sound';",
  'src/studio/flows/sound.ts': "export { sound } from '../export/sound';",
  'src/studio/panels/sound.ts': "export { sound } from '../flows/sound';",
  'src/main.tsx': "export { sound } from './studio/panels/sound';",
  'test/core/sound.test.ts': "export { sound } from '../../src/core/plan/sound';",
};

/** One breach of each rule, by the rule's name. */
const BREACHES: Readonly<Record<string, Files>> = {
  'core-knows-only-core': { 'src/core/tools/a.ts': "import '../../studio/state/sound';" },
  'core-packages': { 'src/core/head/a.ts': "import 'konva';" },
  'core-has-known-folders': {
    'src/core/tools/b.ts': "import '../helpers/a';",
    'src/core/helpers/a.ts': 'export const a = 1;',
  },
  'core-order-geometry': { 'src/core/geometry/a.ts': "import '../head/sound';" },
  'core-order-head': { 'src/core/head/b.ts': "import '../design/sound';" },
  'core-order-design': { 'src/core/design/a.ts': "import '../density/sound';" },
  'core-order-density': { 'src/core/density/a.ts': "import '../scatter/sound';" },
  'core-order-scatter': { 'src/core/scatter/a.ts': "import '../pigment/sound';" },
  'core-order-pigment': { 'src/core/pigment/a.ts': "import '../plan/sound';" },
  'core-order-plan': { 'src/core/plan/a.ts': "import '../tools/sound';" },
  'core-result-knows-nothing': { 'src/core/result.ts': "import './geometry/apart';" },
  'studio-has-known-folders': {
    'src/studio/panels/b.ts': "import '../helpers/a';",
    'src/studio/helpers/a.ts': 'export const a = 1;',
  },
  'studio-order-texts': { 'src/studio/texts/a.ts': "import '../photo/sound';" },
  'studio-order-workers': { 'src/studio/workers/a.ts': "import '../state/sound';" },
  'studio-order-state': { 'src/studio/state/a.ts': "import '../storage/sound';" },
  'studio-order-photo': { 'src/studio/photo/a.ts': "import '../canvas/sound';" },
  'studio-order-storage': { 'src/studio/storage/a.ts': "import '../photo/sound';" },
  'studio-order-canvas': { 'src/studio/canvas/a.ts': "import '../panels/sound';" },
  'studio-order-export': { 'src/studio/export/a.ts': "import '../panels/sound';" },
  'studio-order-flows': { 'src/studio/flows/a.ts': "import '../panels/sound';" },
  'studio-order-panels': { 'src/studio/panels/a.ts': "import '../../main';" },
  'source-knows-no-test': { 'src/studio/panels/c.ts': "import '../../../test/core/sound.test';" },
  'source-packages': { 'src/studio/panels/d.ts': "import 'tsx';" },
  'no-cycles': { 'src/core/plan/b.ts': "import './c';", 'src/core/plan/c.ts': "import './b';" },
  'no-unresolved-imports': { 'src/studio/panels/e.ts': "import './nowhere';" },
};

/** Other ways to write an import, each breaking the order of the core. */
const WAYS_TO_IMPORT: Files = {
  'src/core/geometry/typeOnly.ts': "import type { sound } from '../head/sound';\nexport type A = typeof sound;",
  'src/core/geometry/inlineType.ts': "export type A = import('../head/sound').A;",
  'src/core/geometry/reExport.ts': "export type { A } from '../head/sound';",
  'src/core/geometry/dynamic.ts': "export const later = () => import('../head/sound');",
};

const roots: string[] = [];

function plant(...trees: Files[]): string {
  const root = mkdtempSync(join(tmpdir(), 'follicle-ground-'));
  roots.push(root);
  for (const [path, text] of trees.flatMap((files) => Object.entries(files))) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true, force: true });
});

describe('the import rules', () => {
  let sound: Finding;
  let broken: Finding;

  beforeAll(async () => {
    const apart = { 'src/core/geometry/apart.ts': 'export const apart = 1;' };
    sound = await cruiseSource(plant(SOUND, apart));
    broken = await cruiseSource(plant(SOUND, apart, ...Object.values(BREACHES), WAYS_TO_IMPORT));
  });

  it('find nothing in a tree that keeps them, and do look at it', () => {
    expect(sound.violations).toEqual([]);
    expect(sound.imports).toBeGreaterThan(20);
  });

  it('each have a breach that must be found', () => {
    expect(Object.keys(BREACHES).sort()).toEqual(DEPENDENCY_RULES.map(({ name = '' }) => name).sort());
  });

  it.each(Object.keys(BREACHES))('%s is reported where it is broken', (name) => {
    const culprits = Object.keys(BREACHES[name] ?? {});
    const reported = broken.violations.filter(({ rule }) => rule === name).map(({ from }) => from);
    expect(reported.filter((from) => culprits.includes(from))).not.toEqual([]);
  });

  it.each(Object.keys(WAYS_TO_IMPORT))('count an import however it is written: %s', (path) => {
    expect(broken.violations.filter(({ from }) => from === path).map(({ rule }) => rule)).toContain(
      'core-order-geometry',
    );
  });
});

describe('the core alone', () => {
  const repository = resolve(import.meta.dirname, '../..');
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');

  function typeErrors(text: string): string {
    const root = plant({
      'src/core/a.ts': text,
      'tsconfig.json': JSON.stringify({
        extends: join(repository, 'tsconfig.core.json'),
        include: ['src/core'],
      }),
    });
    return spawnSync(process.execPath, [compiler, '--pretty', 'false', '-p', root], { encoding: 'utf8' }).stdout;
  }

  it('has no document, no timers, no console and nothing of Node', () => {
    const errors = typeErrors('export const seen = [document, setTimeout, console, process, fetch];');
    for (const name of ['document', 'setTimeout', 'console', 'process', 'fetch']) {
      expect(errors).toContain(`Cannot find name '${name}'`);
    }
  });

  it('has the language', () => {
    expect(typeErrors('export const sum = Math.hypot(...[3, 4].toSorted());')).toBe('');
  });
});
