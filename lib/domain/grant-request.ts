import type { Grant } from './grant';

/** What became of a link that asks the owner of a token to add grants to it: the dialog to open, or why there is none. */
export type GrantRequestView =
  { isOpen: true; tokenId: string; grants: readonly Grant[] } | { isOpen: false; sentence: string };
