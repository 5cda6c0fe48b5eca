import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import vue from 'eslint-plugin-vue';
import accessibility from 'eslint-plugin-vuejs-accessibility';
import ts from 'typescript-eslint';
import { noBlockingWait, noClockEndedLoops } from './scripts/restrictions.mjs';

export default defineConfig(
  { ignores: ['out/', 'dist/', 'test-results/', 'docs/', 'scripts/types/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  vue.configs['flat/recommended'],
  accessibility.configs['flat/recommended'],
  {
    languageOptions: {
      parserOptions: {
        parser: ts.parser,
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.vue'],
      },
    },
    rules: {
      'no-undef': 'off', // the type checker knows better
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Prettier decides how markup is laid out.
      'vue/html-closing-bracket-newline': 'off',
      'vue/html-indent': 'off',
      'vue/html-self-closing': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/no-v-html': 'error',
      'vue/no-static-inline-styles': 'error', // the content security policy would drop them
      // A label is enough when it holds the control or names it by id.
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
    },
  },
  {
    files: ['**/*.vue'],
    rules: {
      // Types say which props are optional, and an absent boolean prop is false: both rules misread Vue's props.
      'vue/require-default-prop': 'off',
      '@typescript-eslint/no-useless-default-assignment': 'off',
    },
  },
  {
    files: ['core/kernels/**', 'workers/experiments/**', 'workers/workloads/**'],
    rules: { 'no-restricted-syntax': ['error', ...noClockEndedLoops] },
  },
  {
    files: ['main/**', 'preload/**', 'renderer/**'],
    rules: { 'no-restricted-syntax': ['error', ...noBlockingWait] },
  },
  {
    files: ['**/*.test.{ts,mjs}', 'e2e/**'],
    rules: {
      'no-empty-pattern': 'off', // how a Playwright fixture says that it needs no other
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off', // expect(object.method) does not call it
    },
  },
  {
    // Files for plain Node that a person runs: plain JavaScript that no project includes.
    files: ['core/experiments/*/code/run-it-yourself.mjs'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
  },
  {
    // Electron's start-up file inside the fallback runtime: plain CommonJS that no project includes.
    files: ['scripts/default-app/**'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { sourceType: 'commonjs', parserOptions: { projectService: false } },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
