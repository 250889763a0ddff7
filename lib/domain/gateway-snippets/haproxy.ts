import type { SnippetFile, SnippetNames } from '../gateway-snippets';
import { credentialHeaders, identityHeaders, misleadingHeaders, originParts } from './identity';

/** What of the desk's refusal a client is told. */
const passedOn = [
  'content-type',
  'cache-control',
  'www-authenticate',
  'retry-after',
  'x-auth-reason',
  'x-auth-link',
];

/** The configuration of HAProxy, and the script by which it asks: it has no directive of its own for that. */
export function haproxyFiles(names: SnippetNames): SnippetFile[] {
  const place = names.folder ?? '/etc/haproxy';
  const script = `${place}/tokendesk-${names.name}.lua`;
  return [
    { path: `${place}/haproxy.cfg`, text: configurationOf(names, place, script), isSecret: false },
    { path: script, text: scriptOf(names, script), isSecret: false },
  ];
}

function configurationOf({ name, upstreamUrl, listen }: SnippetNames, place: string, script: string): string {
  const upstream = originParts(upstreamUrl);
  const tls = upstream.isHttps ? ` ssl verify required ca-file @system-ca sni str(${upstream.host})` : '';
  const drop = (pattern: string) => `  http-request del-header ${pattern} -m reg`;
  return [
    `# ${place}/haproxy.cfg`,
    'global',
    `  lua-load ${script}`,
    '  log stdout format raw local0',
    '',
    'defaults',
    '  mode http',
    '  log global',
    '  timeout connect 5s',
    '  timeout client 60s',
    '  timeout server 60s',
    '',
    `frontend ${name}`,
    `  bind ${listen ?? ':8080'}`,
    '  # The address without its query: nothing secret comes into the log.',
    '  http-request set-var(txn.td_path) path',
    '  log-format "%ci [%t] %HM %[var(txn.td_path)] %ST %B %Ta %[var(txn.td_token_id)]"',
    '  # What a client sent under the names of the identity headers, under what a service takes for them, or for another',
    '  # method or address; and `Connection`, by which it could have them taken off again.',
    drop('^x[-_.]auth[-_.]'),
    ...misleadingHeaders.map((header) => drop(`^${header.toLowerCase().replaceAll('-', '[-_.]')}$`)),
    drop('^(forwarded|connection)$'),
    `  http-request lua.tokendesk_${name.replaceAll('-', '_')}`,
    '  # The service needs neither the token nor a key.',
    ...[...credentialHeaders, 'X-Gateway-Key'].map((header) => `  http-request del-header ${header}`),
    '  http-request set-header X-Forwarded-For %[src]',
    `  default_backend ${name}_service`,
    '',
    `backend ${name}_service`,
    `  server service ${upstream.host}:${upstream.port}${tls}`,
    '',
  ].join('\n');
}

/** `localhost` stands in no resolver. */
function reachable(deskUrl: string): string {
  return deskUrl.replace(/\/\/localhost(?=[:/]|$)/, '//127.0.0.1');
}

function scriptOf({ name, deskUrl }: SnippetNames, script: string): string {
  const quoted = (headers: readonly string[]) => headers.map((each) => `"${each.toLowerCase()}"`).join(', ');
  return `-- ${script}: asks the desk about each request. Only its 200 lets one through.
local key = os.getenv("TOKENDESK_GATEWAY_KEY") or ""
local identity = { ${quoted(identityHeaders)} }
local asked_with = { ${quoted([...credentialHeaders, 'User-Agent'])} }
local passed_on = { ${quoted(passedOn)} }

-- The values of a header, whatever number the first one has.
local function values_of(headers, name)
  local values = {}
  for _, value in pairs(headers[name] or {}) do table.insert(values, value) end
  return values
end

local function ask(txn)
  local sent = txn.http:req_get_headers()
  local headers = {
    ["x-gateway-key"] = { key },
    ["x-original-method"] = { txn.f:method() },
    ["x-original-uri"] = { txn.f:pathq() },
    ["x-forwarded-for"] = { txn.f:src() },
  }
  for _, name in ipairs(asked_with) do
    if sent[name] ~= nil then headers[name] = values_of(sent, name) end
  end
  return core.httpclient():get{ url = "${reachable(deskUrl)}/authz/haproxy", headers = headers, timeout = 5000 }
end

core.register_action("tokendesk_${name.replaceAll('-', '_')}", { "http-req" }, function(txn)
  local answer = ask(txn) or {}
  local headers = answer.headers or {}
  if answer.status == 200 then
    for _, name in ipairs(identity) do
      txn.http:req_set_header(name, values_of(headers, name)[1] or "")
    end
    txn:set_var("txn.td_token_id", values_of(headers, "x-auth-token-id")[1] or "")
    return
  end
  local status = answer.status
  if status == nil or status < 400 or status > 599 then status = 503 end
  local reply = txn:reply{ status = status, body = answer.body or "" }
  for _, name in ipairs(passed_on) do
    for _, value in ipairs(values_of(headers, name)) do reply:add_header(name, value) end
  end
  txn:done(reply)
end)
`;
}
