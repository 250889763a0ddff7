import type { LimitTexts } from './limit-fields';

/** The plain fields of the form. */
export interface PlainFields extends LimitTexts {
  description: string;
  expiry: string;
}

/**
 * The form on top of a token that changed elsewhere: what the person typed stays, what they left alone becomes the
 * present state. `base` is what the form was opened with.
 */
export function rebaseFields(base: PlainFields, typed: PlainFields, present: PlainFields): PlainFields {
  const pick = <Name extends keyof PlainFields>(name: Name): PlainFields[Name] =>
    typed[name] === base[name] ? present[name] : typed[name];
  return {
    description: pick('description'),
    expiry: pick('expiry'),
    mayUseInUrls: pick('mayUseInUrls'),
    addresses: pick('addresses'),
    notBefore: pick('notBefore'),
    requestsPerMinute: pick('requestsPerMinute'),
  };
}

/** True when something was typed. */
export function isTyped(base: PlainFields, typed: PlainFields): boolean {
  return Object.keys(base).some(
    (name) => base[name as keyof PlainFields] !== typed[name as keyof PlainFields],
  );
}
