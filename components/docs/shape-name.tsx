/** A kind of value; a link where the page shows that shape. */
export function ShapeName({ type, shapes }: { type: string; shapes: ReadonlySet<string> }) {
  const name = type.replace('list of ', '').replace(' or null', '');
  return shapes.has(name) ? <a href={`#shape-${name}`}>{type}</a> : type;
}
