import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const plainScripts = ['*.js', '*.cjs', 'src/messages/project.inlang/*.js'];

/** dependency-cruiser does not see a type that a component imports, so this rule does it for src/ui. */
export const uiImports = {
  files: ['src/ui/**'],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: '/(pose|store|share)/',
            message: 'A screen knows core, app and messages only; ask src/app for the rest.',
          },
        ],
      },
    ],
  },
};

export default defineConfig(
  {
    ignores: [
      'dist/',
      'coverage/',
      'test-results/',
      'src/messages/generated/',
      // Wrong on purpose: each breaks one rule.
      'tests/fixtures/import-rules/',
    ],
  },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      parserOptions: {
        projectService: {
          // Files at the root and beside the weights, which the tsconfig nearest to them leaves out.
          allowDefaultProject: ['*.ts', 'models/*.ts', 'models/*.mjs'],
          defaultProject: 'tests/tsconfig.json',
        },
        extraFileExtensions: ['.svelte'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      // A number in a template has one way to be written; what a person reads goes through Intl anyway.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => close()` as a callback says all there is to say.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // An index known to be in range is written `row[i] as number`; a bare `!` stays forbidden.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // A default says what the rest of the cases do.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { parser: tseslint.parser, svelteConfig },
    },
    rules: {
      // Props and $state are declared by let, also when nothing in the script assigns them.
      'prefer-const': 'off',
      'svelte/prefer-const': ['error', { excludedRunes: ['$props', '$derived', '$state'] }],
      // For SvelteKit's router; Limber's addresses are plain hashes.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  {
    files: ['**/*.svelte'],
    rules: {
      // To ESLint an imported component is `any`, and so is what it hands to a callback; svelte-check knows better.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  uiImports,
  {
    files: ['tests/**/*.ts'],
    rules: {
      // What is not there fails the test on that line, which is what a test is for.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['models/*.mjs', 'tests/**/*.mjs', '*.cjs'],
    languageOptions: { globals: globals.node },
  },
  { files: plainScripts, extends: [tseslint.configs.disableTypeChecked] },
);
