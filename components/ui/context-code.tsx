/** `project:shop` with its type in the lighter ink; `global` plain. */
export function ContextCode({ context }: { context: string }) {
  const colon = context.indexOf(':') + 1;
  return (
    <span className="ctx">
      {colon > 0 && <i>{context.slice(0, colon)}</i>}
      {context.slice(colon)}
    </span>
  );
}
