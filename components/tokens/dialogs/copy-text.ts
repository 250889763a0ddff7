/**
 * Puts text on the clipboard, only ever on a click. `field` holds the text on the screen: selected and copied the old way
 * where the page is not served securely. False when the browser refused both.
 */
export async function copyText(text: string, field: HTMLTextAreaElement | null = null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    if (field === null) return false;
    field.focus();
    field.select();
    return document.execCommand('copy');
  }
}
