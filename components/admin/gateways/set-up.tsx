'use client';

import { useState } from 'react';
import { TextField } from '@/components/ui/text-field';
import type { ClientView } from '@/lib/domain/client-view';
import { gatewaySnippets } from '@/lib/domain/gateway-snippets';
import { Samples } from './samples';
import { serverSamples } from './server-samples';

export interface SetUpProps {
  client: ClientView;
  origin: string;
}

const usualUpstream = 'http://127.0.0.1:9000';

/** What to paste where, with the right names filled in. The credential itself is never in it. */
export function SetUp({ client, origin }: SetUpProps) {
  const [upstream, setUpstream] = useState(usualUpstream);
  const label = `How to set up ${client.name}`;
  if (client.kind === 'resource-server')
    return <Samples label={label} samples={serverSamples(client, origin)} />;
  const isAddress = /^https?:\/\/[^\s/?#]+$/.test(upstream.trim());
  const names = {
    name: client.name,
    deskUrl: origin,
    upstreamUrl: isAddress ? upstream.trim() : usualUpstream,
  };
  return (
    <div className="setup">
      <TextField
        label="Address of the API"
        note="behind the gateway"
        autoComplete="off"
        spellCheck={false}
        className="mono"
        value={upstream}
        error={isAddress ? undefined : 'An address is http:// or https://, a host and a port.'}
        onChange={({ target }) => setUpstream(target.value)}
      />
      <Samples
        label={label}
        samples={gatewaySnippets(names).map(({ title, files, notes }) => ({ title, files, notes }))}
      />
    </div>
  );
}
