// Run after `npm install` on a registry that does not hold the packages of every platform: it leaves those out of the
// lock file, and `npm ci` then refuses to install anywhere. Their versions are exact in the packages that ask for them.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './steps.mjs';

const platforms = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const processors = [
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
];

const file = path.join(root, 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const packages = lock.packages;

for (const [place, { optionalDependencies = {} }] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (!isLocked(place, name)) packages[`node_modules/${name}`] = platformPackage(name, version);
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).toSorted(([a], [b]) => a.localeCompare(b, 'en')));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);

/** True when the lock file has the package in a folder where the one at `place` would find it. */
function isLocked(place, name) {
  const folders = place.split(/(?=node_modules\/)/);
  return (
    folders.some((_, depth) => `${folders.slice(0, depth + 1).join('')}/node_modules/${name}` in packages) ||
    `node_modules/${name}` in packages
  );
}

function platformPackage(name, version) {
  const words = name === 'fsevents' ? ['darwin'] : name.split(/[/-]/);
  const [os, cpu] = [platforms, processors].map((known) => words.filter((word) => known.includes(word)));
  if (os.length + cpu.length === 0)
    throw new Error(`${name} is missing from the lock file and names no platform.`);
  return {
    version: version.replace(/^[~^]/, ''),
    ...(cpu.length > 0 && { cpu }),
    optional: true,
    ...(os.length > 0 && { os }),
  };
}
