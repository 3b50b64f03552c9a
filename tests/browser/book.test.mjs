// Whom a form offers from the authority's book, in a browser without scripts, on the real server.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { deciding, newCase, open, person, placement, send } from "./case.mjs";
import { fill, folder, heading, look, openBrowser, press, said, start } from "./harness.mjs";

let data;
let server;
let browser;
let page;
let chief;
let address;
let book;

const limit = { timeout: 180_000 };
const guardian = {
  ...deciding,
  kind: "provisional",
  appointed_by: "Family court",
  trained: "yes",
  independent: "yes",
};

before(async () => {
  data = folder();
  [server, browser] = await Promise.all([start("demo", data.path), openBrowser()]);
  address = server.address;
  book = `${address}/cases/00000000-0000-0000-0000-000000000000`;
  page = await person(browser, address, "caseworker");
  chief = await person(browser, address, "supervisor");
}, { timeout: 240_000 });

after(async () => {
  await browser?.close();
  await server?.stop();
  data?.forget();
});

/** Chooses somebody of the book by name, in the form that is open; a guardian is offered with the children so far. */
const choose = async (someone, name) => {
  const option = someone.locator('select[name="in_book"] option').filter({ hasText: name });
  await someone.locator('select[name="in_book"]').selectOption(await option.getAttribute("value"));
};

/** What the form offers. */
const offered = (someone) => someone.locator('select[name="in_book"] option').allInnerTexts();

test("a guardian is chosen from the book, shown by name, and has room for so many children", limit, async () => {
  await open(chief, book, "guardian_registered");
  const one = { names: "Ida Ferrant (training)", speaks: "fr", trained: "yes", independent: "yes", at_most: "1" };
  const entry = await send(chief, one);
  const first = await newCase(page, address, "Shrike");
  await open(page, first, "guardian_appointed");
  const choices = await offered(page);
  assert.ok(choices.some((choice) => /Ida Ferrant \(training\)\W+0\W+of at most\W+1\W+children/.test(choice)), choices);
  assert.ok(!choices.some((choice) => /House at the lock/.test(choice)), "homes are no guardians");
  await look(browser, page, "guardian-from-the-book");
  // Nobody chosen and nobody named: what is wrong is said at the name, and what was typed is kept.
  await fill(page, guardian);
  await press(page, "go");
  assert.match(await said(page), /There is a problem.*guardian’s name/i);
  assert.equal(await page.locator('[name="appointed_by"]').inputValue(), "Family court");
  await choose(page, "Ida Ferrant (training)");
  await press(page, "go");
  const receipt = /\/recorded\/(\d+)$/.exec(page.url());
  assert.ok(receipt, await said(page));
  await page.goto(`${first}/entries/${receipt[1]}`);
  assert.match(await said(page), /from the authority’s book Ida Ferrant \(training\)/);
  await page.goto(first);
  assert.match(await page.locator(".t-event").filter({ hasText: "Guardian appointed" }).innerText(), /Ida Ferrant/);
  assert.match(await said(page), /Guardian.*Ida Ferrant \(training\)/);
  // She has room for one.
  const second = await newCase(page, address, "Oriole");
  await open(page, second, "guardian_appointed");
  await fill(page, guardian);
  await choose(page, "Ida Ferrant (training)");
  await press(page, "go");
  assert.match(await said(page), /as many children already as the authority allows in its book/);
  await look(browser, page, "guardian-without-room");
  // The register counts her child.
  await chief.goto(`${address}/registers/guardians`);
  const line = chief.locator("tbody tr").filter({ hasText: "Ida Ferrant" });
  assert.match(await line.innerText(), /1\W* of at most \W*1/);
  // Who was struck off is offered no more; a draft that still names her says so at its field.
  await open(chief, book, "struck_off");
  await send(chief, { entry: String(entry), reason: "She moved to another country." });
  await page.goto(`${second}/record/guardian_appointed?draft=1`);
  assert.match((await offered(page)).join(" "), /Ida Ferrant \(training\)\W* \(no longer in the book\)/);
  await press(page, "go");
  assert.match(await said(page), /There is a problem.*stands in the authority’s book now/);
  await look(browser, page, "guardian-no-longer-in-the-book");
  assert.ok(!(await page.title()).includes("Ferrant"));
});

test("a home is chosen from the book, and a correction shows it by name", limit, async () => {
  const home = await newCase(page, address, "Curlew");
  const { provider, provider_has, ...rest } = placement;
  await open(page, home, "placement_started");
  await fill(page, { ...rest, "entry-basis": "reported", "entry-urgent": "no" });
  await choose(page, "Foster service of the county (training)");
  await press(page, "go");
  const receipt = /\/recorded\/(\d+)$/.exec(page.url());
  assert.ok(receipt, await said(page));
  await page.goto(home);
  assert.match(
    await page.locator(".t-event").filter({ hasText: "Foster service of the county (training)" }).first().innerText(),
    /foster/i,
  );
  // What the book says of the provider counts, though the form said nothing.
  assert.doesNotMatch(await said(page), /The provider has rules that keep children safe/);
  await page.goto(`${home}/record/correction?entry=${receipt[1]}`);
  const chosen = page.locator('select[name="replace.in_book"] option:checked');
  assert.equal(await chosen.innerText(), "Foster service of the county (training)");
  await page.locator('select[name="replace.in_book"]').selectOption({ label: "House at the lock (training)" });
  await fill(page, { reason: "It was the other house." });
  await press(page, "go");
  assert.equal(await heading(page), "Check your answers");
  assert.match(await said(page), /House at the lock \(training\)/);
  await look(browser, page, "correction-of-a-home");
  await press(page, "record");
  const corrected = /\/recorded\/(\d+)$/.exec(page.url());
  assert.ok(corrected, await said(page));
  for (const number of [receipt[1], corrected[1]]) {
    await page.goto(`${home}/entries/${number}`);
    assert.match(await said(page), /House at the lock \(training\)/);
  }
});
