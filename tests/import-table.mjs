// Who may import whom: docs/architecture.md as data. eslint.config.js and tests/architecture.test.ts read this one table.
import path from 'node:path';

/** Room → the rooms it may import besides itself. A file belongs to the longest room that its path begins with. */
export const rooms = {
  app: ['components', 'lib/auth', 'lib/services', 'lib/domain'],
  components: ['lib/actions', 'lib/domain'],
  'lib/actions': ['lib/auth', 'lib/services', 'lib/domain'],
  'lib/http': ['lib/auth', 'lib/services', 'lib/domain'],
  'lib/auth': ['lib/services', 'lib/domain', 'lib/env.ts'],
  'lib/services': ['lib/db', 'lib/cache', 'lib/crypto', 'lib/domain', 'lib/env.ts', 'package.json'],
  'lib/db': ['lib/domain', 'lib/env.ts'],
  'lib/cache': ['lib/domain', 'lib/env.ts'],
  'lib/crypto': ['lib/domain', 'lib/env.ts'],
  'lib/domain': [],
  'lib/env.ts': [],
  'package.json': [],
  'lib/cli': ['lib/services', 'lib/domain', 'lib/env.ts'],
  'packages/verifier': [],
  'server.ts': ['lib/http', 'lib/env.ts'],
  'gate.ts': ['lib/http', 'lib/env.ts'],
  'desk.ts': ['lib/cli', 'lib/env.ts'],
};

/** One folder per API. A door never imports another door; what they share lies beside them in lib/http. */
export const doors = [
  'desk',
  'canvus',
  'virtuozzo',
  'codecanvas',
  'oauth',
  'gateway',
  'verifier',
  'platform',
];

/** Packages that belong to certain rooms. */
export const keptPackages = [
  { packages: /^(@prisma\/.+|prisma(\/.+)?|better-sqlite3|pg)$/, rooms: ['lib/db'] },
  { packages: /^(node:)?crypto$|^bcryptjs$/, rooms: ['lib/crypto'] },
  { packages: /^next-auth(\/.+)?$/, rooms: ['lib/auth', 'app/api/auth', 'components'] },
  { packages: /^hono(\/.+)?$|^@hono\/.+$/, rooms: ['lib/http'] },
  {
    packages: /^next(\/.+)?$/,
    rooms: ['app', 'components', 'lib/actions', 'lib/auth', 'lib/http', 'server.ts'],
  },
  { packages: /^react(-dom)?(\/.+)?$/, rooms: ['app', 'components', 'lib/auth'] },
];

/** Packages that no file may import. */
export const refusedPackages = /^next\/(og|image|legacy\/image)$|^@vercel\/og$/;

/** What the rules may import: libraries without IO, clock or randomness. */
const pureModules = new Set(['zod', 'ipaddr.js']);

const projectFile = /^(app|components|lib|packages)\/|^(server|gate|desk)\.ts$/;
const testFile = /\.test\.tsx?$/;

/** True for the files that the table rules: tests, e2e, bench, the seed and tool configurations may import everything. */
export function isRuled(file) {
  return projectFile.test(file) && !testFile.test(file);
}

/**
 * Judges one import. `file` is relative to the root, with slashes; `specifier` as written.
 * @returns a sentence that says what is wrong, or null
 */
export function judgeImport(file, specifier) {
  if (refusedPackages.test(specifier)) return `${specifier} is not used in this project`;
  if (!isRuled(file)) return null;
  const target = resolveInProject(file, specifier);
  return target === null ? judgePackage(file, specifier) : judgeRoom(file, target);
}

function judgePackage(file, specifier) {
  const room = roomOf(file);
  if (room === 'lib/domain' && !pureModules.has(specifier))
    return `lib/domain may import zod and ipaddr.js only, not ${specifier}`;
  const kept = keptPackages.find(({ packages }) => packages.test(specifier));
  if (kept === undefined || kept.rooms.some((each) => isIn(file, each))) return null;
  return `${specifier} belongs to ${kept.rooms.join(', ')}`;
}

function judgeRoom(file, target) {
  const from = roomOf(file);
  const to = roomOf(target);
  if (to === null) return `${target} is outside of the rooms that ${file} may import`;
  if (from !== to) {
    return rooms[from]?.includes(to) === true ? null : `${from ?? file} may not import ${to}`;
  }
  const [fromDoor, toDoor] = [doorOf(file), doorOf(target)];
  if (fromDoor !== null && toDoor !== null && fromDoor !== toDoor)
    return `the door ${fromDoor} may not import the door ${toDoor}`;
  return null;
}

/** The path inside the project that a specifier means, or null for a package. */
function resolveInProject(file, specifier) {
  if (specifier.startsWith('@/')) return specifier.slice(2);
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(file), specifier);
  return null;
}

function roomOf(file) {
  return Object.keys(rooms).find((room) => isIn(file, room)) ?? null;
}

function isIn(file, room) {
  return file === room || `${file}.ts` === room || file.startsWith(`${room}/`);
}

function doorOf(file) {
  const [, , door] = file.split('/');
  return roomOf(file) === 'lib/http' && doors.includes(door) ? door : null;
}
