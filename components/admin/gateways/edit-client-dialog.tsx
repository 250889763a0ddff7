'use client';

import { changeClientAction } from '@/lib/actions/clients';
import type { ClientView } from '@/lib/domain/client-view';
import { ReviewDialog } from '../review-dialog';
import { useReview } from '../use-review';
import { ClientChanges } from './client-changes';
import { inputOf, type ClientFields } from './client-fields';
import { ClientForm } from './client-form';
import type { ServicesChoiceProps } from './services-choice';

export interface EditClientDialogProps {
  client: ClientView;
  services: ServicesChoiceProps['known'];
  username: string;
  onClose: () => void;
  onDone: () => void;
}

/** Changes what a client asks for; its credential stays. */
export function EditClientDialog({ client, services, username, onClose, onDone }: EditClientDialogProps) {
  const { id, version, kind, name, audience } = client;
  const review = useReview<ClientFields, never>({
    start: { kind, name, services: client.services, audience: audience ?? '' },
    findPreview: null,
    send: (fields, password) => {
      const { services: asked, audience: told } = inputOf(fields);
      return changeClientAction({
        ...{ id, version, services: asked, proof: { password } },
        ...(told === undefined ? {} : { audience: told }),
      });
    },
    onDone,
  });
  return (
    <ReviewDialog
      review={review}
      title={`Edit ${name}`}
      sub={{
        form: 'What it asks for. Its credential stays.',
        confirm: `${name} asks for other services at once.`,
      }}
      size={{ form: 'confirm', confirm: 'confirm' }}
      username={username}
      onClose={onClose}
      form={
        <ClientForm
          start={review.fields}
          isNew={false}
          services={services}
          issues={review.issues}
          refusal={review.refusal}
          onClose={onClose}
          onNext={(fields) => void review.review(fields)}
        />
      }
      changes={({ fields }) => <ClientChanges before={client} after={fields} />}
    />
  );
}
