/** An instant as this API writes it: UTC, `yyyy-MM-dd HH:mm:ss` (04-wire §2). */
export function wireTime(at: Date): string {
  return at.toISOString().slice(0, 19).replace('T', ' ');
}
