/** Whose profile an address names: one's own, or a person's by id or by username, which is the e-mail address. */
export type ProfileReference = { by: 'me' } | { by: 'id'; id: string } | { by: 'username'; email: string };

/** `me`, `id:…` or `username:…`; null for anything else. A username is read as e-mail addresses are kept: in small letters. */
export function parseProfile(text: string): ProfileReference | null {
  if (text === 'me') return { by: 'me' };
  const [, by, name = ''] = /^(id|username):(.{1,320})$/.exec(text) ?? [];
  if (by === 'id') return { by, id: name };
  if (by === 'username') return { by, email: name.normalize('NFC').trim().toLowerCase() };
  return null;
}
