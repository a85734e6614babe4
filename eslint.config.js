import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const PURE = 'core/ is what is true without a computer:';

/** Names that the language offers everywhere and that would bring time, chance or the machine into core/. */
const IMPURE_GLOBALS = [
  { name: 'Date', message: `${PURE} take a Clock's day as a parameter (core/kernel/plain-date.ts).` },
  { name: 'process', message: `${PURE} configuration is read in server/config.ts.` },
  { name: 'fetch', message: `${PURE} the network is reached from server/.` },
  { name: 'console', message: `${PURE} return what is to be said.` },
  { name: 'setTimeout', message: `${PURE} nothing in it waits.` },
  { name: 'performance', message: `${PURE} measure in bench/.` },
  { name: 'crypto', message: `${PURE} take identifiers and random values as parameters.` },
];

const NO_PARENT_IMPORTS = {
  group: ['../*'],
  message:
    'Import a sibling as ./x.ts or an address that names the layer, #core/…: a path that climbs hides it.',
};

export default tseslint.config(
  {
    ignores: ['dist/', 'node_modules/', '.senso/', 'src/server/db/schema.gen.ts', '**/node_modules/'],
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.core.json', 'tsconfig.node.json', 'tsconfig.web.json', 'tsconfig.e2e.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // `return refuse(…)` ends a function early; that the value is void is no surprise.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // A function that answers a promise may be async without waiting: its type is its reason.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      eqeqeq: ['error', 'always'],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-param-reassign': 'error',
      'prefer-const': 'error',
      'no-restricted-imports': ['error', { patterns: [NO_PARENT_IMPORTS] }],
    },
  },
  {
    files: ['src/core/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', ...IMPURE_GLOBALS],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: `${PURE} chance comes from outside.` },
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            NO_PARENT_IMPORTS,
            { group: ['node:*'], message: `${PURE} files and the like are read in server/.` },
            {
              group: ['zod', 'zod/*'],
              message: `${PURE} values are parsed at the edge, in contract/ and features/*/contract.ts.`,
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/web/**/*.{ts,tsx}', 'src/features/*/web/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest'], jsxA11y.flatConfigs.strict],
    rules: {
      // A table whose cells are walked with arrow keys is a grid (WAI-ARIA Authoring Practices).
      'jsx-a11y/no-noninteractive-element-to-interactive-role': ['error', { table: ['grid'] }],
    },
  },
  {
    files: ['src/web/**/*.{ts,tsx}', 'src/features/*/web/**/*.{ts,tsx}'],
    ignores: ['**/*.test.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['zod', 'zod/*'],
              allowTypeImports: true,
              message:
                'The browser runs no schema (src/web/api/schema-stand-in.ts): the server checks its answers.',
            },
          ],
        },
      ],
    },
  },
  {
    // Tests may take a value for granted: the assertion that follows fails when it is not there.
    files: ['**/*.test.{ts,tsx}', 'test/**/*.ts', 'e2e/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      'max-lines': ['error', { max: 500, skipBlankLines: true, skipComments: true }],
    },
  },
);
