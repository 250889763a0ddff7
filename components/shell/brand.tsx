/** The tag with its hole and two lines of writing. `ground` shows through the hole. */
export function BrandMark({ ground = 'var(--desk)' }: { ground?: string }) {
  return (
    <svg viewBox="0 0 30 18" width="30" height="18" aria-hidden="true">
      <path
        d="M6 1h22.5v16H6L1 12V6z"
        fill="var(--tag)"
        stroke="var(--on-tag)"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
      <circle cx="7.6" cy="9" r="1.9" fill={ground} stroke="var(--on-tag)" strokeWidth="1.5" />
      <path d="M14 7h10M14 11h6" stroke="var(--on-tag)" strokeWidth="1.5" />
    </svg>
  );
}
