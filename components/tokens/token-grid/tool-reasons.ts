/** Why a tool does not apply to this many tokens; null when it does. */
export function editReason(chosen: number): string | null {
  if (chosen === 1) return null;
  return chosen === 0 ? 'Choose one token to edit' : 'Edit takes one token';
}

export function copyReason(chosen: number): string | null {
  if (chosen === 1) return null;
  return chosen === 0 ? 'Choose one token to copy' : 'Copy takes one token';
}

const mostRemoved = 1_000;

export function removeReason(chosen: number): string | null {
  if (chosen === 0) return 'Choose the tokens to remove';
  return chosen > mostRemoved ? 'Remove takes at most 1,000 tokens at once' : null;
}
