// Enforces import-rules.mjs. Prints each violation with its reason; `--list` prints the table.
import { readFileSync, readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import ts from 'typescript';
import { closed, doors, owned, rules, testPackages } from './import-rules.mjs';
import { isStarted, root } from './common.mjs';

const within = (/** @type {string} */ file, /** @type {string} */ folder) =>
  file === folder || file.startsWith(folder.endsWith('/') ? folder : `${folder}/`);

const features = 'renderer/features/';
/** The feature of the page that a file belongs to; undefined for any other file. */
const featureOf = (/** @type {string} */ file) =>
  file.startsWith(features) ? file.slice(features.length).split('/')[0] : undefined;

/**
 * Everything one file names: what it imports, and the identifiers and `a.b` pairs it uses.
 * @param {string} file
 * @param {string} text
 */
function namesIn(file, text) {
  const script = file.endsWith('.vue')
    ? [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? '').join('\n')
    : text;
  /** @type {Set<string>} */ const imports = new Set();
  /** @type {Set<string>} */ const used = new Set();
  const visit = (/** @type {ts.Node} */ node) => {
    if (ts.isIdentifier(node)) used.add(node.text);
    if (ts.isPropertyAccessExpression(node)) used.add(`${node.expression.getText()}.${node.name.text}`);
    const source =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
        ? node.moduleSpecifier
        : ts.isCallExpression(node) && /^(import|require|vi\.mock)$/.test(node.expression.getText())
          ? node.arguments[0]
          : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
            ? node.argument.literal
            : undefined;
    if (source && ts.isStringLiteralLike(source)) imports.add(source.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, script, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS));
  return { imports, used };
}

/**
 * The path inside the project, `node:*`, or the package that a specifier stands for.
 * @param {string} file
 * @param {string} specifier
 */
function target(file, specifier) {
  const [plain = ''] = specifier.split('?');
  if (plain.startsWith('.')) return path.posix.join(path.posix.dirname(file), plain);
  if (plain.startsWith('@core/')) return plain.slice(1);
  const scheme = /^(?:node|data):/.exec(plain);
  if (scheme) return `${scheme[0]}*`;
  if (builtinModules.includes(plain)) return `${plain} (write node:${plain})`;
  return plain.split('/', plain.startsWith('@') ? 2 : 1).join('/');
}

/**
 * What one file does against the rules, as sentences; empty when it keeps them.
 * @param {string} file path from the root, with forward slashes
 * @param {string} text
 */
export function violations(file, text) {
  const rule = rules.find(
    ({ folder, name }) => within(file, folder) && (name === undefined || path.posix.basename(file) === name),
  );
  if (!rule) return [];
  const { imports, used } = namesIn(file, text);
  const isTest = /\.test\.\w+$/.test(file) || within(file, 'e2e');
  const allowed = isTest ? [...rule.may, ...testPackages] : rule.may;
  const allows = (/** @type {string} */ to) =>
    allowed.some((one) => within(to, one) || (one.endsWith('/*') && within(to, one.slice(0, -2))));
  const wrongImports = [...imports]
    .filter((specifier) => !allows(target(file, specifier)))
    .map((specifier) => `${file} imports ${specifier}: ${rule.reason}`);
  const entered = isTest
    ? []
    : closed
        .filter(({ except }) => !except.some((one) => within(file, one)))
        .flatMap(({ room, reason }) =>
          [...imports]
            .filter((specifier) => within(target(file, specifier), room))
            .map((specifier) => `${file} imports ${specifier}: ${reason}`),
        );
  const feature = featureOf(file);
  const throughWalls =
    isTest || feature === undefined
      ? []
      : [...imports]
          .map((specifier) => ({ specifier, to: target(file, specifier) }))
          .filter(({ to }) => ![undefined, feature].includes(featureOf(to)))
          .filter(({ to }) => !doors.some((door) => `${features}${door.file}` === to && door.users.includes(feature)))
          .map(({ specifier }) => `${file} imports ${specifier}: a feature is entered by its doors alone`);
  // Tests may name what they replace.
  const wrongNames = (isTest ? [] : owned)
    .filter(({ name, home }) => used.has(name) && !within(file, home))
    .map(({ name, home, reason }) => `${file} uses ${name}, which belongs to ${home}: ${reason}`);
  return [...wrongImports, ...entered, ...throughWalls, ...wrongNames];
}

function main() {
  if (process.argv.includes('--list')) {
    for (const { folder, name = '', may, reason } of rules)
      console.log(`${folder}${name && `, ${name}`}\n  may import: ${may.join(', ')}\n  why: ${reason}`);
    for (const { room, except, reason } of closed)
      console.log(`${room}\n  only for: ${except.join(', ')}\n  why: ${reason}`);
    for (const { file, users, reason } of doors)
      console.log(`${features}${file}\n  also for: ${users.join(', ')}\n  why: ${reason}`);
    for (const { name, home, reason } of owned) console.log(`${name}\n  only in: ${home}\n  why: ${reason}`);
    return;
  }
  const files = [...new Set(rules.map(({ folder }) => folder.split('/')[0] ?? folder))].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/')))
      .filter((name) => /\.(ts|mjs|cjs|vue)$/.test(name) && !name.startsWith('scripts/types/')),
  );
  const found = files.flatMap((file) => violations(file, readFileSync(path.join(root, file), 'utf8')));
  for (const line of found) console.error(line);
  console.log(`${files.length} files checked, ${found.length} against the rules`);
  process.exitCode = found.length === 0 ? 0 : 1;
}

if (isStarted(import.meta.url)) main();
