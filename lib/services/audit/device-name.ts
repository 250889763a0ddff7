import Bowser from 'bowser';

/** A user agent in words, such as `Firefox on Windows`; `An unknown device` when it says nothing. */
export function deviceName(userAgent: string): string {
  if (userAgent === '') return 'An unknown device';
  const { browser, os } = Bowser.parse(userAgent);
  if (browser.name === undefined || browser.name === '')
    return userAgent.split(/[\s/]/)[0] ?? 'An unknown device';
  return os.name === undefined || os.name === '' ? browser.name : `${browser.name} on ${os.name}`;
}
