'use client';

import type { ClientView } from '@/lib/domain/client-view';
import { gatewaySamples } from './gateway-samples';
import { Samples } from './samples';
import { serverSamples } from './server-samples';

export interface SetUpProps {
  client: ClientView;
  origin: string;
  /** Of the services it asks for, as far as they are known. */
  basePaths: readonly string[];
}

/** What to paste where, with the right names filled in. The credential itself is never in it. */
export function SetUp({ client, origin, basePaths }: SetUpProps) {
  const samples =
    client.kind === 'gateway' ? gatewaySamples(client, origin, basePaths) : serverSamples(client, origin);
  return <Samples label={`How to set up ${client.name}`} samples={samples} />;
}
