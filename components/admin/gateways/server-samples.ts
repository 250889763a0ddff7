import type { ClientView } from '@/lib/domain/client-view';
import type { Sample } from './samples';

/** How a resource server asks: by introspection on the wire, or in its own process. */
export function serverSamples(client: ClientView, origin: string): Sample[] {
  const service = client.services[0] ?? 'shop';
  return [
    {
      title: 'curl',
      files: [
        {
          path: 'introspection, RFC 7662',
          isSecret: false,
          text: [
            `curl ${origin}/oauth/introspect \\`,
            `  -u "${client.id}:$TOKENDESK_CREDENTIAL" \\`,
            '  -d "token=$TOKEN"',
          ].join('\n'),
        },
      ],
      notes: [
        'Anything that is not active answers {"active":false}, and nothing else.',
        'A token with an address list is active only when the parameter address meets it.',
      ],
    },
    {
      title: 'Verifier',
      files: [
        {
          path: 'in your own process, TypeScript',
          isSecret: false,
          text: [
            "import { createVerifier } from '@tokendesk/verifier';",
            '',
            '// credential: td_rsk_…, from wherever your service keeps its secrets',
            `const verifier = createVerifier({ url: '${origin}', credential });`,
            '',
            'const verdict = await verifier.verify(presented, {',
            `  permission: '${service}.orders.listOrders',`,
            "  context: 'store:17',",
            '});',
          ].join('\n'),
        },
      ],
      notes: ['It answers from memory and forgets a token the moment it is revoked.'],
    },
  ];
}
