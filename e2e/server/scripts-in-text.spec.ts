import { deskApi } from '../support/desk-api';
import { makeToken } from '../support/make-token';
import { people } from '../support/people';
import { readRows } from '../support/rows';
import { screens } from '../support/screens';
import { callAction, readAnswer } from '../support/server-action';
import { expect, test } from '../support/test';
import { dialog, findRow, tool } from '../support/token-dialogs';

// Each would call alert(…), add a global or leave an element with the id `pwned` if any part of it were ever run.
const payloads = [
  '<script>alert(1)</script>',
  '"><script>alert(1)</script>',
  "'><script>alert(1)</script>",
  '</script><script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '</textarea><script>alert(1)</script>',
  '</style><script>alert(1)</script>',
  '<ScRiPt>alert(1)</sCrIpT>',
  '<script src=//evil.example/x.js></script>',
  '<script/xss src=data:,alert(1)></script>',
  '<img src=x onerror=alert(1)>',
  '"><img src=x onerror=alert(1)>',
  '<img src=x:x onerror=javascript:alert(1)>',
  '<img/src=`x`onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg/onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<svg><a xlink:href="javascript:alert(1)"><text y=9>x</text></a></svg>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<body onload=alert(1)>',
  '<iframe src=javascript:alert(1)></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data=javascript:alert(1)></object>',
  '<embed src=javascript:alert(1)>',
  '<a href=javascript:alert(1)>x</a>',
  '<a href="jav&#x09;ascript:alert(1)">x</a>',
  '<a href=data:text/html,<script>alert(1)</script>>x</a>',
  '<form action=javascript:alert(1)><button id=pwned>x</button></form>',
  '<button formaction=javascript:alert(1)>x</button>',
  '<input autofocus onfocus=alert(1)>',
  '<select autofocus onfocus=alert(1)>',
  '<textarea autofocus onfocus=alert(1)>',
  '<keygen autofocus onfocus=alert(1)>',
  '<video src=x onerror=alert(1)>',
  '<video><source onerror=alert(1)>',
  '<audio src=x onerror=alert(1)>',
  '<details open ontoggle=alert(1)>',
  '<marquee onstart=alert(1)>',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<base href=//evil.example/>',
  '<link rel=stylesheet href=data:,*{x:expression(alert(1))}>',
  '<style>@import"javascript:alert(1)";</style>',
  '<div style="background:url(javascript:alert(1))" id=pwned>',
  '<template><script>alert(1)</script></template>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<x onclick=alert(1) id=pwned>click</x>',
  '<xss contenteditable autofocus onfocus=alert(1) id=pwned>',
  '{{constructor.constructor("alert(1)")()}}',
  '${alert(1)}',
  '`${alert(1)}`',
  "');alert(1);//",
  '";alert(1);//',
  '\\";alert(1);//',
  '\\u003cscript\\u003ealert(1)\\u003c/script\\u003e',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '%3Cscript%3Ealert(1)%3C/script%3E',
  'javascript:alert(1)',
  '--><img src=x onerror=alert(1)>',
  ']]><img src=x onerror=alert(1)>',
];

test('WEB-7 sixty script payloads in every stored text field are shown as text, everywhere', async ({
  startDesk,
  cookieOf,
  openOn,
}) => {
  test.setTimeout(240_000);
  expect(payloads).toHaveLength(60);
  const desk = await startDesk({ template: 'demo' });
  const cookie = await cookieOf(desk, 'noor');
  const { secret } = await makeToken(desk, cookie, 'noor', { description: 'Renamer' });
  const api = deskApi(desk.url, secret);
  const environments = readRows<{ name: string }>(
    desk.dataDir,
    'SELECT name FROM Environment ORDER BY name',
  ).map((row) => row.name);
  for (const payload of payloads) await makeToken(desk, cookie, 'noor', { description: payload });
  // Fewer environments and people than payloads: the payloads that fit go together.
  for (const [index, envName] of environments.entries()) {
    const displayName = payloads
      .filter((_, at) => at % environments.length === index)
      .join(' ')
      .slice(0, 80);
    expect(
      await api.callByForm('environment.control.SetEnvDisplayName', { envName, displayName }),
    ).toMatchObject({ result: 0 });
  }
  for (const [index, name] of [
    '<img src=x onerror=alert(1)>',
    '"><svg/onload=alert(1)>',
    '</script><script>alert(1)</script>',
  ].entries()) {
    const input = {
      name,
      email: `payload${index}@example.test`,
      password: 'a long enough passphrase',
      roles: [],
      proof: { password: people.noor.password },
    };
    expect(
      readAnswer(await callAction(desk.url, cookie, 'createPersonAction', input, '/admin/people')),
    ).toMatchObject({ isOk: true });
  }
  const page = await openOn(desk, 'noor');
  for (const screen of screens) {
    await page.goto(screen);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('#pwned')).toHaveCount(0);
    expect(
      await page
        .locator('img[src=x], iframe, object, embed, base, marquee, body [onerror], body [onload]')
        .count(),
      screen,
    ).toBe(0);
  }
  await page.goto('/profile/auth-tokens');
  for (const payload of payloads.slice(0, 12)) await findRow(page, payload);
  for (const kind of ['Edit', 'Copy'] as const) {
    await (await findRow(page, payloads[10] ?? '')).click();
    await tool(page, kind).click();
    const sheet = dialog(page, kind === 'Edit' ? 'Edit token' : 'Copy token');
    await expect(sheet.getByLabel('Description')).toHaveValue(new RegExp('onerror=alert'));
    await page.keyboard.press('Escape');
  }
  await page.getByRole('searchbox', { name: 'Search tokens' }).fill('alert');
  await page.getByRole('checkbox', { name: 'Select all tokens' }).click();
  await tool(page, 'Remove').click();
  await expect(dialog(page, 'Remove tokens')).toContainText('onerror=alert(1)');
  await expect(page.locator('#pwned')).toHaveCount(0);
});

test('WEB-4 an injected handler, inline script or style does not run, and is reported', async ({
  startDesk,
  openOn,
  pageWatch,
}) => {
  pageWatch.expect(/Content Security Policy/);
  const desk = await startDesk({ template: 'demo' });
  const page = await openOn(desk, 'noor');
  const pwned = await page.evaluate(async () => {
    const seen = new Set<string>();
    document.addEventListener('securitypolicyviolation', (event) => seen.add(event.effectiveDirective));
    // As markup that a hole would write into the page: parsed, never trusted.
    const inline = document.createElement('div');
    inline.innerHTML = '<img src="data:," onerror="window.pwned = 1"><script>window.pwned = 2</script>';
    document.body.append(inline);
    const frame = document.createElement('iframe');
    frame.srcdoc = '<script>parent.pwned = 3</script>';
    document.body.append(frame);
    const style = document.createElement('style');
    style.textContent = 'body { display: none }';
    document.head.append(style);
    await new Promise<void>((resolve) => {
      const look = () =>
        seen.has('script-src-attr') && seen.has('style-src-elem') ? resolve() : requestAnimationFrame(look);
      look();
    });
    return { pwned: Reflect.get(window, 'pwned'), display: getComputedStyle(document.body).display };
  });
  expect(pwned).toEqual({ pwned: undefined, display: expect.not.stringContaining('none') });
  await expect.poll(() => desk.findViolations().join(' '), { timeout: 30_000 }).toContain('script-src-attr');
  expect(desk.findViolations().join(' ')).not.toContain('window.pwned');
});
