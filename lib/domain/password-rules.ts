import { z } from 'zod';

export const minPasswordCharacters = 15;
export const maxPasswordUnits = 1_024;

/**
 * A password being chosen: at least 15 characters (code points), at most 1,024 UTF-16 units; nothing is trimmed and no
 * composition is asked for (PWD-2, PWD-7). The verb also asks `weaknessOf`.
 */
export const newPasswordSchema = z
  .string({ error: 'The password is missing.' })
  .max(maxPasswordUnits, {
    error: `A password has at most ${maxPasswordUnits.toLocaleString('en')} characters.`,
  })
  .refine((password) => [...password.normalize('NFC')].length >= minPasswordCharacters, {
    error: `A password has at least ${minPasswordCharacters} characters; a few words in a row are fine.`,
  });
