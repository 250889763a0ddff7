/** The plain fields of the form. */
export interface PlainFields {
  description: string;
  expiry: string;
  mayUseInUrls: boolean;
}

/**
 * The form on top of a token that changed elsewhere: what the person typed stays, what they left alone becomes the
 * present state. `base` is what the form was opened with.
 */
export function rebaseFields(base: PlainFields, typed: PlainFields, present: PlainFields): PlainFields {
  return {
    description: typed.description === base.description ? present.description : typed.description,
    expiry: typed.expiry === base.expiry ? present.expiry : typed.expiry,
    mayUseInUrls: typed.mayUseInUrls === base.mayUseInUrls ? present.mayUseInUrls : typed.mayUseInUrls,
  };
}
