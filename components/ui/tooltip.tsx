import { cloneElement, useId, type CSSProperties, type ReactElement } from 'react';

interface Described {
  'aria-describedby'?: string | undefined;
  style?: CSSProperties | undefined;
}

/**
 * Says something of the element on hover and focus, and describes it to a reader. Placed by the style sheet (anchor
 * positioning): a grid with many of them needs no script. The element must pass `style` and `aria-describedby` on.
 */
export function Tooltip({ text, children }: { text: string; children: ReactElement<Described> }) {
  const id = useId();
  const anchor = `--hint-${id.replaceAll(/[^a-zA-Z0-9]/g, '')}`;
  const before = children.props['aria-describedby'];
  return (
    <>
      {cloneElement(children, {
        style: { ...children.props.style, anchorName: anchor },
        'aria-describedby': before === undefined ? id : `${before} ${id}`,
      })}
      <span className="hintpop" role="tooltip" id={id} style={{ positionAnchor: anchor }}>
        {text}
      </span>
    </>
  );
}
