/** A lock file as far as the gate reads it. */
export interface LockFile {
  packages: Readonly<Record<string, { version?: string; optionalDependencies?: Record<string, string> }>>;
}

/** The lowest versions without a known hole (WEB-1). */
const floors: Readonly<Record<string, string>> = {
  next: '16.4.1',
  sharp: '0.35.5',
  'next-auth': '4.24.15',
  zod: '4.6.6',
};

/** Packages of the lock file, nested copies included, that are older than the project may ship, one sentence each. */
export function checkVersions(lock: LockFile): string[] {
  return Object.entries(lock.packages).flatMap(([place, { version }]) => {
    const name = place.split('node_modules/').at(-1) ?? '';
    const floor = floors[name];
    if (floor === undefined || version === undefined || isAtLeast(version, floor)) return [];
    return [`${place} is ${version}, older than ${floor}`];
  });
}

function isAtLeast(version: string, floor: string): boolean {
  const [numbers = '', preRelease] = version.split('-');
  const [a, b] = [numbers, floor].map((text) => text.split('.').map(Number));
  for (const place of [0, 1, 2]) {
    const difference = (a?.[place] ?? 0) - (b?.[place] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return preRelease === undefined;
}

/** Optional packages that the lock file leaves out; `npm ci` would refuse it. `node scripts/complete-lock.mjs` adds them. */
export function checkCompleteness(lock: LockFile): string[] {
  const names = new Set(Object.keys(lock.packages).map((place) => place.split('node_modules/').at(-1)));
  return Object.values(lock.packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies).filter((name) => !names.has(name)),
  );
}
