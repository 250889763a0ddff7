import type { ClientView } from '@/lib/domain/client-view';
import type { Sample } from './samples';

/** How a gateway asks, for each of the four. */
export function gatewaySamples(_client: ClientView, origin: string, _basePaths: readonly string[]): Sample[] {
  return [
    {
      title: 'curl',
      place: 'one question, by hand',
      text: [
        `curl -i ${origin}/authz/nginx \\`,
        '  -H "X-Gateway-Key: $TOKENDESK_GATEWAY_KEY" \\',
        '  -H "X-Original-Method: GET" -H "X-Original-URI: /" \\',
        '  -H "Authorization: Bearer $TOKEN"',
      ].join('\n'),
      notes: [],
    },
  ];
}
