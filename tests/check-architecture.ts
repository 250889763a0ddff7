import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { isRuled, judgeImport } from './import-table.mjs';

const sourceFolders = [
  'src',
  'pages',
  'app',
  'components',
  'lib',
  'e2e',
  'bench',
  'tests',
  'scripts',
  'prisma',
];
const passedOver = new Set(['generated', 'migrations', 'output', 'node_modules']);
const sourceFile = /\.(ts|tsx|mjs|css)$/;

const linesOfAFile = 250;
const linesOfAComponent = 150;
/** A stylesheet is a list and reads like one. */
const linesOfAStylesheet = 350;

/** Everything that breaks a rule of docs/architecture.md under `root`, one sentence each, beginning with the file. */
export function checkArchitecture(root: string): string[] {
  return listSources(root).flatMap((file) => {
    const text = readFileSync(path.join(root, file), 'utf8');
    const found = [...judgeName(file), ...judgeSize(file, text)];
    if (!file.endsWith('.css')) found.push(...judgeImports(file, text), ...judgeText(file, text));
    return found.map((sentence) => `${file}: ${sentence}`);
  });
}

/** The project's own source files under `root`, relative, with slashes. */
export function listSources(root: string): string[] {
  const files = readdirSync(root).filter((name) => sourceFile.test(name) && name !== 'next-env.d.ts');
  for (const folder of sourceFolders) files.push(...listFolder(root, folder));
  return files.toSorted();
}

function listFolder(root: string, folder: string): string[] {
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return passedOver.has(entry.name) ? [] : listFolder(root, file);
    return entry.isFile() && sourceFile.test(entry.name) ? [file] : [];
  });
}

function judgeName(file: string): string[] {
  const parts = file.split('/');
  const found: string[] = [];
  if (parts.some((part) => /^(utils?|helpers?|common|misc)(\.|$)/.test(part)))
    found.push('says nothing by its name');
  if (/^index\.tsx?$/.test(path.posix.basename(file))) found.push('is a barrel');
  const isKebab = (part: string) => /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*$/.test(part);
  const isRoute = (part: string) => file.startsWith('app/') && /^[([].+[)\]]$/.test(part);
  if (!parts.every((part) => isKebab(part) || isRoute(part))) found.push('is not named in kebab-case');
  if (!file.includes('/') && !/^(server|gate|desk)\.ts$|\.config\.(ts|js|mjs)$/.test(file))
    found.push('does not belong at the root');
  if (/^(src\/)?pages\//.test(file)) found.push('belongs to the Pages Router, which is not used (WEB-11)');
  return found;
}

function judgeSize(file: string, text: string): string[] {
  if (file.endsWith('.cases.ts')) return []; // a table of cases is as long as its rules have cases
  const lines = text.trimEnd().split('\n').length;
  const isComponent = /^(app|components)\/.+\.tsx$/.test(file) && !file.endsWith('.test.tsx');
  const limit = isComponent ? linesOfAComponent : file.endsWith('.css') ? linesOfAStylesheet : linesOfAFile;
  return lines > limit ? [`has ${lines} lines, more than ${limit}`] : [];
}

function judgeImports(file: string, text: string): string[] {
  const sentences = ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) => judgeImport(file, fileName));
  return sentences.filter((sentence) => sentence !== null);
}

/** What no import shows. Comments are left out, so that they may name what is refused. */
function judgeText(file: string, text: string): string[] {
  if (!isRuled(file)) return [];
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');
  return textRules
    .filter(
      ({ pattern, only, except }) =>
        (except === undefined || !file.startsWith(except)) &&
        (only === undefined || file.startsWith(only)) &&
        pattern.test(code),
    )
    .map(({ sentence }) => sentence);
}

interface TextRule {
  pattern: RegExp;
  sentence: string;
  only?: string;
  except?: string;
}

const secretName = String.raw`[\w.]*(?:[sS]ecret|(?<!\berror\.)[dD]igest|[pP]epper|passwordHash)`;
const harmless = String.raw`(?:null|undefined|''|-?\d|typeof)`;

const textRules: readonly TextRule[] = [
  {
    pattern: /\bprocess\s*(\?\.|\.)\s*env\b|\bprocess\s*\[/,
    sentence: 'reads process.env',
    except: 'lib/env.ts',
  },
  { pattern: /\benv\b[^;]*\bfrom 'node:process'/, sentence: 'reads process.env', except: 'lib/env.ts' },
  { pattern: /\/generated\//, sentence: 'imports the generated Prisma client', only: 'app/' },
  { pattern: /\/generated\//, sentence: 'imports the generated Prisma client', only: 'components/' },
  { pattern: /['"]use cache/, sentence: 'uses `use cache` (WEB-11)' },
  { pattern: /dangerouslySetInnerHTML/, sentence: 'makes markup from strings (WEB-7)' },
  { pattern: /\beslint-disable|@ts-(ignore|expect-error|nocheck)/, sentence: 'silences a checker' },
  { pattern: /\bas unknown as\b/, sentence: 'casts twice' },
  {
    pattern: /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(/,
    sentence: 'asks a clock or a die',
    only: 'lib/domain/',
  },
  {
    pattern: new RegExp(
      String.raw`${secretName}\s*[!=]==?(?!=|\s*${harmless})|(?<!${harmless}\s*)[!=]==?\s*${secretName}\b(?!\.length)`,
    ),
    except: 'lib/cache/', // where a digest is the key of a map
    sentence: 'compares a secret with ===; use the constant-time comparison of lib/crypto (TOK-5)',
  },
];
