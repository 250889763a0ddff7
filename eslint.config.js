import path from 'node:path';
import tseslint from 'typescript-eslint';
import { judgeImport } from './tests/import-table.mjs';

const root = import.meta.dirname;

/** The import table of docs/architecture.md, as a rule. */
const importTable = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const file = path.relative(root, context.filename).split(path.sep).join('/');
    const judge = (node) => {
      if (node?.type !== 'Literal' || typeof node.value !== 'string') return;
      const sentence = judgeImport(file, node.value);
      if (sentence !== null) context.report({ node, message: sentence });
    };
    return {
      ImportDeclaration: (node) => judge(node.source),
      ExportNamedDeclaration: (node) => judge(node.source),
      ExportAllDeclaration: (node) => judge(node.source),
      ImportExpression: (node) => judge(node.source),
      TSImportType: (node) => judge(node.argument?.literal),
    };
  },
};

const processEnv = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only lib/env.ts reads process.env.',
};
const refusedSyntax = [
  { selector: 'TSAsExpression > TSAsExpression', message: 'No double casts: parse at the edge instead.' },
  {
    selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
    message: 'Markup is never made from strings (WEB-7).',
  },
  { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file itself.' },
  { selector: "ExpressionStatement[directive='use cache']", message: '`use cache` is not used (WEB-11).' },
];
const tools = [
  '*.config.{js,ts}',
  'scripts/**',
  'e2e/**',
  'bench/**',
  'tests/**',
  'prisma/**',
  '**/*.test.{ts,tsx}',
];

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      '.next/',
      'dist/',
      'data/',
      'lib/db/generated/',
      'e2e/output/',
      'next-env.d.ts',
    ],
  },
  { linterOptions: { noInlineConfig: true } },
  ...tseslint.configs.recommended,
  {
    plugins: { desk: { rules: { 'import-table': importTable } } },
    rules: {
      'desk/import-table': 'error',
      'no-restricted-syntax': ['error', processEnv, ...refusedSyntax],
      'no-console': 'error',
      'no-eval': 'error',
      eqeqeq: 'error',
      'prefer-const': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: [
      'app/**/*.{ts,tsx}',
      'components/**/*.{ts,tsx}',
      'lib/**/*.{ts,tsx}',
      'packages/**/*.ts',
      'server.ts',
      'gate.ts',
      'desk.ts',
    ],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // A token is the record; a string someone claims to be a secret is `presented`.
      '@typescript-eslint/naming-convention': [
        'error',
        {
          selector: ['variable', 'parameter'],
          types: ['string'],
          format: null,
          custom: { regex: '^token$|[a-z]Token$', match: false },
        },
      ],
    },
  },
  {
    files: [...tools, 'lib/env.ts'],
    rules: { 'no-restricted-syntax': ['error', ...refusedSyntax], 'no-console': 'off' },
  },
);
