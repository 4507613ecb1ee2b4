import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** What the pure core may not reach for: the screen, the clock, chance, the network. They are handed in. */
const OUTSIDE_THE_CORE = [
  'window',
  'document',
  'self',
  'globalThis',
  'process',
  'Buffer',
  'Date',
  'performance',
  'setTimeout',
  'setInterval',
  'queueMicrotask',
  'requestAnimationFrame',
  'fetch',
  'crypto',
  'navigator',
  'localStorage',
  'indexedDB',
];

export default defineConfig(
  { ignores: ['dist/', 'coverage/', 'src/core/scatter/tile/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        {
          considerDefaultExhaustiveForUnions: true,
          allowDefaultCaseForExhaustiveSwitch: true,
          requireDefaultForNonUnion: true,
        },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      // `(values[i] as number)` is how a typed array is read in bounds, wherever the compiler happens to know already.
      '@typescript-eslint/no-unnecessary-type-assertion': ['error', { typesToIgnore: ['number'] }],
      // A branded number is a number with a name; its negative has none, and needs none.
      '@typescript-eslint/no-unsafe-unary-minus': 'off',
      // Brands state in a type what a value cannot show.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      'no-console': 'error',
      'max-lines': ['error', { max: 400 }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-exports': [
        'error',
        { restrictDefaultExports: { direct: true, named: true, defaultFrom: true, namedFrom: true } },
      ],
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^\\.{1,2}/.*\\.(ts|tsx|js)$', message: 'Import without the file extension.' }] },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'No barrel files: import from where it is written.' },
        { selector: 'ExportNamedDeclaration[source]', message: 'No barrel files: import from where it is written.' },
        { selector: 'TSEnumDeclaration', message: 'A union of strings says the same and needs no code.' },
      ],
    },
  },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...OUTSIDE_THE_CORE],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Chance is handed in as a seed.' },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest']],
  },
  {
    // The bench, the samples' maker and the checks are programs of the command line.
    files: ['test/{bench,head,ground}/**/*.ts', 'test/browser/installChromium.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['vite.config.ts'],
    rules: { 'no-restricted-exports': 'off' },
  },
);
