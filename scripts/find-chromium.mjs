import { existsSync } from 'node:fs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The Chromium of this machine, or undefined: then Playwright uses its own. */
export function findChromium() {
  return [process.env.CHROMIUM, ...places].find((place) => place !== undefined && existsSync(place));
}
