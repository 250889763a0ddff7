import { addressOf, neededOf, type SampleCall, type SampleParameter } from '@/lib/domain/api/sample-call';

export const sampleLanguages = ['curl', 'JavaScript', 'Python'] as const;
export type SampleLanguage = (typeof sampleLanguages)[number];

/** A call with what it needs, ready to run; the secret comes from the variable TOKEN. */
export function sampleText(call: SampleCall, origin: string, language: SampleLanguage): string {
  const parameters = neededOf(call);
  const address = origin + addressOf(call, parameters);
  const headers = parameters.filter(({ place }) => place === 'header');
  const form = parameters.filter(({ place }) => place === 'form');
  return writers[language]({ call, address, headers, form });
}

interface Sample {
  call: SampleCall;
  address: string;
  headers: readonly SampleParameter[];
  form: readonly SampleParameter[];
}

const writers: Record<SampleLanguage, (sample: Sample) => string> = { curl, JavaScript: javaScript, Python: python };

/** The variables whose values are an id and its secret, by HTTP Basic; null where something else is presented. */
function basicOf({ credential }: SampleCall): readonly [string, string] | null {
  if (credential === 'resource-client') return ['SERVER_ID', 'CREDENTIAL'];
  return credential === 'client' ? ['TOKEN_ID', 'TOKEN'] : null;
}

/** The variable whose value is presented as a bearer; null where something else is, or nothing. */
function bearerOf({ credential }: SampleCall): 'TOKEN' | 'CREDENTIAL' | null {
  if (credential === 'resource-server') return 'CREDENTIAL';
  return credential === 'token' ? 'TOKEN' : null;
}

function curl({ call, address, headers, form }: Sample): string {
  const isPlain = call.method === (form.length > 0 ? 'POST' : 'GET');
  const lines = [`curl ${isPlain ? '' : `--request ${call.method} `}${shell(address)}`];
  const bearer = bearerOf(call);
  if (bearer !== null) lines.push(`--header "Authorization: Bearer $${bearer}"`);
  const basic = basicOf(call);
  if (basic !== null) lines.push(`--user "$${basic[0]}:$${basic[1]}"`);
  for (const { name, value } of headers) lines.push(`--header ${shell(`${name}: ${value}`)}`);
  if (call.json !== null) {
    lines.push("--header 'Content-Type: application/json'");
    lines.push(`--data ${shell(JSON.stringify(call.json))}`);
  }
  for (const { name, value } of form) {
    if (call.bodyType !== 'upload') lines.push(`--data-urlencode ${shell(`${name}=${value}`)}`);
    else lines.push(`--form ${shell(name === 'file' ? `file=@${value}` : `${name}=${value}`)}`);
  }
  return lines.join(' \\\n  ');
}

function javaScript({ call, address, headers, form }: Sample): string {
  const head = headers.map(({ name, value }) => `    ${quoted(name)}: ${quoted(value)},`);
  const bearer = bearerOf(call);
  if (bearer !== null) head.unshift(`    Authorization: \`Bearer \${env.${bearer}}\`,`);
  const basic = basicOf(call);
  if (basic !== null)
    head.unshift(`    Authorization: \`Basic \${btoa(\`\${env.${basic[0]}}:\${env.${basic[1]}}\`)}\`,`);
  if (call.json !== null) head.push("    'Content-Type': 'application/json',");
  const imports = call.credential === 'none' ? [] : ["const { env } = await import('node:process');", ''];
  const lines = [...imports, `const response = await fetch(${quoted(address)}, {`, `  method: '${call.method}',`];
  if (head.length > 0) lines.push('  headers: {', ...head, '  },');
  if (call.json !== null) lines.push(`  body: JSON.stringify(${indented(JSON.stringify(call.json, null, 2), '  ')}),`);
  if (form.length > 0) lines.push(`  body: ${formOf(call, form)},`);
  return [...lines, '});', 'console.log(response.status, await response.text());'].join('\n');
}

function formOf({ bodyType }: SampleCall, form: readonly SampleParameter[]): string {
  const members = form.map(({ name, value }) => `[${quoted(name)}, ${quoted(value)}]`).join(', ');
  if (bodyType !== 'upload') return `new URLSearchParams([${members}])`;
  const fields = form.map(({ name, value }) =>
    name === 'file' ? `form.set('file', await fs.openAsBlob(${quoted(value)}))` : `form.set(${quoted(name)}, ${quoted(value)})`,
  );
  return `await (async (form) => (${fields.join(', ')}, form))(new FormData())`;
}

function python({ call, address, headers, form }: Sample): string {
  const head = headers.map(({ name, value }) => `${quoted(name)}: ${quoted(value)}`);
  const bearer = bearerOf(call);
  if (bearer !== null) head.unshift(`'Authorization': f"Bearer {os.environ['${bearer}']}"`);
  const basic = basicOf(call);
  if (basic !== null) head.unshift("'Authorization': 'Basic ' + base64.b64encode(credential).decode()");
  if (call.json !== null) head.push("'Content-Type': 'application/json'");
  const imports = ['os', 'urllib.request'];
  if (call.json !== null) imports.unshift('json');
  if (form.length > 0) imports.push('urllib.parse');
  if (basic !== null) imports.unshift('base64');
  const lines = [`import ${imports.join(', ')}`, ''];
  if (basic !== null)
    lines.push(`credential = f"{os.environ['${basic[0]}']}:{os.environ['${basic[1]}']}".encode()`);
  lines.push('request = urllib.request.Request(', `    ${quoted(address)},`, `    method='${call.method}',`);
  if (head.length > 0) lines.push(`    headers={${head.join(', ')}},`);
  if (call.json !== null) lines.push(`    data=json.dumps(${pythonValue(call.json)}).encode(),`);
  if (form.length > 0) {
    const members = form.map(({ name, value }) => `${quoted(name)}: ${quoted(value)}`).join(', ');
    lines.push(`    data=urllib.parse.urlencode({${members}}).encode(),`);
  }
  const rest = [')', 'with urllib.request.urlopen(request) as response:', '    print(response.status, response.read().decode())'];
  return [...lines, ...rest].join('\n');
}

function shell(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function quoted(text: string): string {
  return text.includes("'") || text.includes('\\') ? JSON.stringify(text) : `'${text}'`;
}

function indented(text: string, margin: string): string {
  return text.replaceAll('\n', `\n${margin}`);
}

function pythonValue(value: unknown): string {
  if (value === null) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (Array.isArray(value)) return `[${value.map(pythonValue).join(', ')}]`;
  if (typeof value === 'object') {
    const members = Object.entries(value).map(([name, each]) => `${quoted(name)}: ${pythonValue(each)}`);
    return `{${members.join(', ')}}`;
  }
  return typeof value === 'string' ? quoted(value) : String(value);
}
