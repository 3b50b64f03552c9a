// The real start: the first account by its one-time link, signing in and out, hiding the screen.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fill, folder, heading, look, openBrowser, said, start, tutela } from "./harness.mjs";

const passphrase = "seven green lanterns";

let data;
let server;
let browser;
let page;
let first;

before(async () => {
  data = folder();
  [server, browser] = await Promise.all([start("serve", `${data.path}/data`), openBrowser()]);
  first = /http:\S+\/first-account\/[0-9a-f]{64}/.exec(server.printed)[0];
  page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
});

after(async () => {
  await browser?.close();
  await server?.stop();
  data?.forget();
});

async function make(account, secret, again = secret) {
  await fill(page, { account, passphrase: secret, again });
  await page.locator("main button").click();
}

async function signIn(account, secret) {
  await fill(page, { account, passphrase: secret });
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("the first account", { timeout: 60_000 }, async () => {
  assert.match(server.printed, /recovery key/i);
  await page.goto(first);
  await make("", passphrase);
  assert.match(await said(page), /Enter an account name/);
  await make("dima", "short");
  assert.match(await said(page), /12 characters or more/);
  assert.equal(await page.inputValue("#account"), "dima");
  assert.equal(await page.inputValue("#passphrase"), "");
  await make("dima", passphrase, "seven red lanterns");
  assert.match(await said(page), /same passphrase twice/);
  await look(browser, page, "first-account-problem");
  await make("dima", passphrase);
  assert.match(page.url(), /\/sign-in/);
  await page.goto(first);
  await make("again", passphrase);
  assert.match(await said(page), /used already/);
  assert.equal((await page.goto(`${server.address}/first-account/nonsense`)).status(), 404);
});

test("signing in, going on where one was, signing out, hiding", { timeout: 60_000 }, async () => {
  await page.goto(`${server.address}/report?from=list`);
  assert.match(page.url(), /\/sign-in\?next=/);
  await signIn("dima", "not the passphrase");
  assert.match(await said(page), /not right/);
  assert.equal(await page.inputValue("#passphrase"), "");
  await look(browser, page, "sign-in-wrong");
  await signIn(" DIMA ", passphrase);
  assert.equal(page.url(), `${server.address}/report?from=list`);

  await page.getByRole("button", { name: "Sign out" }).click();
  assert.equal(await heading(page), "Sign in");
  await page.goto(`${server.address}/cases`);
  assert.equal(await heading(page), "Sign in");
  await page.goBack().catch(() => {});
  assert.equal(await page.getByRole("button", { name: "Sign out" }).count(), 0);

  await page.goto(`${server.address}/sign-in`);
  await signIn("dima", passphrase);
  assert.match(await said(page), /Nothing waits for you now/);
  await page.getByRole("button", { name: "Hide screen" }).click();
  assert.ok(!/Tutela|child|case/i.test(await page.content().then((html) => html.replace(/href="[^"]*"/g, ""))));
  assert.equal(await page.title(), "Notes");
  await page.goto(`${server.address}/cases`);
  assert.equal(await heading(page), "Sign in");
});

test("a link of another site leads nowhere", { timeout: 60_000 }, async () => {
  await page.goto(`${server.address}/sign-in?next=${encodeURIComponent("//example.org/")}`);
  await signIn("dima", passphrase);
  assert.equal(page.url(), `${server.address}/today`);
  await page.getByRole("button", { name: "Sign out" }).click();
});

test("too many attempts must wait, and one name does not hold up another", { timeout: 60_000 }, async () => {
  await page.goto(`${server.address}/sign-in`);
  for (let tries = 0; tries < 5; tries += 1) await signIn("guessed", `guess number ${tries}`);
  await signIn("guessed", passphrase);
  assert.match(await said(page), /too many attempts/);
  await signIn("dima", passphrase);
  assert.equal(await heading(page), "Today");
});

test("another account by invitation; names are taken once", { timeout: 60_000 }, async () => {
  const invited = await tutela("account", "invite", "--data", `${data.path}/data`, "--role", "caseworker");
  assert.equal(invited.code, 0, invited.err);
  await page.goto(server.address + invited.out.split("\n")[0]);
  await make("Dima", passphrase);
  assert.match(await said(page), /Choose another/);
  await make("Sava <b>", passphrase);
  assert.match(page.url(), /\/sign-in/);
  await signIn("sava <b>", passphrase);
  assert.match(await page.locator(".t-state").innerText(), /Sava <b>/);
  const wrong = await tutela("account", "invite", "--data", `${data.path}/data`, "--role", "king");
  assert.equal(wrong.code, 2);
  assert.match(wrong.err, /caseworker or supervisor/);
});

test("the log names no person, no query and no secret", async () => {
  assert.match(server.logged, /request/);
  assert.doesNotMatch(server.logged, /dima|sava|guess|lanterns|example\.org|\u001b\[/i);
  assert.ok(!server.logged.includes(first.slice(-64)));
});
