import { cutKey, glyph, type KeyComponents, type KeyCut } from './key-geometry';

export interface KeyGlyphProps extends KeyCut {
  /** What the key says in words, such as `11 permissions`. */
  label: string;
  components: KeyComponents;
  /** Full access: an uncut blade. */
  isFull?: boolean;
  /** Drawn in outline only: a key still to be cut. */
  isGhost?: boolean;
  /** In pixels; the drawing scales. */
  width?: number;
  className?: string;
}

/** A grant set drawn as a key: equal keys mean equal rights. Inside `.off` (an ended token) it is grey and its bow hollow. */
export function KeyGlyph({
  label,
  components,
  isFull,
  isGhost,
  width = glyph.width,
  className,
  ...cut
}: KeyGlyphProps) {
  const names = ['key', isGhost && 'ghost', className].filter(Boolean).join(' ');
  const height = (width * glyph.height) / glyph.width;
  return (
    <svg
      className={names}
      width={width}
      height={height}
      viewBox={`0 0 ${glyph.width} ${glyph.height}`}
      role="img"
      aria-label={label}
    >
      <path className="s" d={`M9.5 ${glyph.bladeTop}H${glyph.width}`} strokeWidth="1.5" />
      {isFull ? (
        <rect className="m" x="15" y="4.75" width="55" height="12.75" rx=".8" />
      ) : (
        <Teeth cut={cut} components={components} />
      )}
      <circle className="bow" cx="5.5" cy="5.5" r="4.25" strokeWidth="1.5" />
    </svg>
  );
}

function Teeth({ cut, components }: { cut: KeyCut; components: KeyComponents }) {
  return cutKey(cut, components).map((tooth) => (
    <g key={tooth.x}>
      {tooth.depth > 0 && (
        <rect className="m" x={tooth.x} y={glyph.bladeTop} width={tooth.width} height={tooth.depth} />
      )}
      {tooth.added.height > 0 && (
        <rect
          className="a"
          fill="var(--go)"
          x={tooth.x}
          y={tooth.added.top}
          width={tooth.width}
          height={tooth.added.height}
        />
      )}
      {tooth.withdrawn.height > 0 && (
        <rect
          className="w"
          x={tooth.x + 0.5}
          y={tooth.withdrawn.top}
          width={Math.max(1, tooth.width - 1)}
          height={tooth.withdrawn.height}
          strokeWidth="1"
        />
      )}
    </g>
  ));
}
