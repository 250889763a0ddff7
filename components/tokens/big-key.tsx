import { bigKey, cutBigKey } from './big-key-geometry';

export interface BigKeyProps {
  /** Granted operations per component, in catalog order. */
  teeth: readonly number[];
  sizes: readonly number[];
  /** `service.component`, in catalog order. */
  names: readonly string[];
  /** Full access: every tooth uncut, whatever `teeth` says. */
  isFull?: boolean;
}

/** The key of the token being made, cut live: ticking a permission deepens its component's tooth by one step. */
export function BigKey({ teeth, sizes, names, isFull = false }: BigKeyProps) {
  const granted = isFull ? sizes : teeth;
  const drawing = cutBigKey(granted, sizes, names);
  const end = drawing.width - 2;
  return (
    <svg
      className="key bigkey"
      width="100%"
      viewBox={`0 0 ${drawing.width} ${bigKey.height}`}
      role="img"
      aria-label={
        isFull
          ? 'Full access, drawn as an uncut key'
          : `${sum(granted)} of ${sum(sizes)} permissions, drawn as a key`
      }
    >
      <path className="s" d={`M36 17H${end}`} strokeWidth="3" />
      {drawing.teeth.map((tooth) => (
        <g key={tooth.name}>
          <rect
            className="g"
            x={tooth.x}
            y={bigKey.bladeTop}
            width={tooth.width}
            height={bigKey.toothHeight}
          />
          <rect
            className="m"
            x={tooth.x}
            y={bigKey.bladeTop}
            width={tooth.width}
            style={{ height: tooth.cutHeight, transition: 'height 160ms ease-out' }}
          />
          <path
            d={tooth.notches.map((y) => `M${tooth.x} ${y + 0.3}h${tooth.width}`).join('')}
            stroke="var(--paper)"
            strokeWidth=".6"
          />
          <text
            className={tooth.cutHeight > 0 ? 'on' : undefined}
            transform={`translate(${tooth.x + tooth.width / 2 + 3.5} ${bigKey.labelTop}) rotate(90)`}
            aria-hidden="true"
          >
            {tooth.label}
          </text>
        </g>
      ))}
      <circle className="bow" cx="19" cy="17" r="16" strokeWidth="3" />
      <circle cx="13.5" cy="17" r="3.6" fill="var(--paper)" stroke="var(--ink)" strokeWidth="2" />
    </svg>
  );
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
