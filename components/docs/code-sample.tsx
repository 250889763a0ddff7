/** A command or a reply, in the machine's voice; it scrolls by itself, also by keyboard. */
export function CodeSample({ label, text }: { label: string; text: string }) {
  return (
    <pre className="sample" tabIndex={0} role="region" aria-label={label}>
      <code>{text}</code>
    </pre>
  );
}
