// oidc-provider with its adapter in memory: an access token of client_credentials, introspected by another client.
import { Provider } from 'oidc-provider';

const clientOf = (client_id) => ({
  client_id,
  client_secret: 'peer-secret-of-some-length',
  grant_types: ['client_credentials'],
  redirect_uris: [],
  response_types: [],
});
const provider = new Provider('http://127.0.0.1', {
  clients: [clientOf('asker'), clientOf('bearer')],
  features: {
    clientCredentials: { enabled: true },
    devInteractions: { enabled: false },
    introspection: { enabled: true, allowedPolicy: () => true },
  },
});
const server = provider.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
process.on('SIGTERM', () => process.exit(0));
