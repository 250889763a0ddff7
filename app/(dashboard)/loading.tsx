import { Skeleton } from '@/components/ui/skeleton';

/** Between two pages of the frame. */
export default function Loading() {
  return (
    <div className="head" role="status">
      <span className="vh">Loading</span>
      <Skeleton width={260} isTall />
      <Skeleton width={420} />
    </div>
  );
}
