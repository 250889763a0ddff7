import { OctagonAlert } from 'lucide-react';

/** Why the form was refused as a whole; spoken at once. Always in the page, so that screen readers notice a change. */
export function FormRefusal({ message }: { message: string | null }) {
  return (
    <div role="alert">
      {message !== null && (
        <div className="callout refusal">
          <OctagonAlert aria-hidden="true" />
          <span>{message}</span>
        </div>
      )}
    </div>
  );
}
