import { Skeleton } from '../../ui/skeleton';

/** The three panes while the catalog is on its way. */
export function FormSkeleton() {
  const line = (width: number, key: number) => (
    <div key={key} className="skelrow">
      <Skeleton width={width} />
    </div>
  );
  return (
    <div className="gen" role="status" aria-label="Loading the permissions">
      <div className="form">{[120, 220, 90, 220, 140, 180, 220].map(line)}</div>
      <div className="pick">
        {Array.from({ length: 18 }, (_, at) => line([240, 320, 280, 360][at % 4] ?? 300, at))}
      </div>
      <div className="sumry">{[240, 180, 260, 260, 200].map(line)}</div>
    </div>
  );
}
