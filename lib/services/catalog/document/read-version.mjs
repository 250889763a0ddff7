import { quote } from './parse-text.mjs';
import { isObject, own } from './references.mjs';

const known = [
  { key: 'openapi', pattern: /^3\.1(?:\.\d+)?$/, format: 'openapi-3.1' },
  { key: 'openapi', pattern: /^3(?:\.0(?:\.\d+)?)?$/, format: 'openapi-3.0' },
  { key: 'swagger', pattern: /^2(?:\.0)?$/, format: 'swagger-2.0' },
];

/** Which description it is; null with a report when it is none that can be read. `3.0` without quotes is a number. */
export function readVersion(root, report) {
  if (!isObject(root)) {
    report([], 'This is no OpenAPI document: it is not an object.');
    return null;
  }
  const key = ['openapi', 'swagger'].find((each) => own(root, each) !== undefined);
  if (key === undefined) {
    report([], 'This is no OpenAPI document: it has neither openapi nor swagger.');
    return null;
  }
  const version = String(own(root, key));
  const found = known.find((each) => each.key === key && each.pattern.test(version));
  if (found === undefined)
    report([key], `This is ${key} ${quote(version)}; OpenAPI 3.0, 3.1 and Swagger 2.0 can be read.`);
  return found?.format ?? null;
}
