// Views that a person saves, in browsers without scripts, on the real server.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { person } from "./case.mjs";
import { folder, heading, look, openBrowser, said, start } from "./harness.mjs";

let data;
let server;
let browser;
let page;

const limit = { timeout: 180_000 };

before(async () => {
  data = folder();
  [server, browser] = await Promise.all([start("demo", data.path), openBrowser()]);
  page = await person(browser, server.address, "caseworker");
}, { timeout: 240_000 });

after(async () => {
  await browser?.close();
  await server?.stop();
  data?.forget();
});

const visit = (path, someone = page) => someone.goto(`${server.address}${path}`);
const own = (someone) => someone.locator('nav[aria-label="Your views"] a:not([href="/views"])');

const save = async (someone, name) => {
  await someone.locator("summary", { hasText: "Save this view" }).click();
  await someone.getByLabel("Name of the view").fill(name);
  await someone.getByRole("button", { name: "Save this view" }).click();
};

test("filters, order and columns are saved under a name, which stands in no address", limit, async () => {
  const seen = [];
  page.on("request", (request) => seen.push(decodeURIComponent(request.url())));
  await visit("/cases?sex=girl&order=written");
  await page.locator("summary", { hasText: "Narrow the list" }).click();
  await page.getByLabel("Stage", { exact: true }).uncheck();
  await page.getByRole("button", { name: "Show these" }).click();
  assert.doesNotMatch(await page.locator("thead").innerText(), /Stage/);
  await save(page, "  Zephyrine’s   girls ");
  assert.match(page.url(), /\/cases\?columns=child-next-carrier-written&order=written&sex=girl$/);
  assert.deepEqual(await own(page).allInnerTexts(), ["Zephyrine’s girls"]);
  assert.equal(await page.locator('nav[aria-label="Your views"] [aria-current="page"]').count(), 1);
  await look(browser, page, "cases-own-view");
  await page.getByRole("link", { name: "Clear Girl" }).click();
  assert.equal(await page.locator('nav[aria-label="Your views"] [aria-current="page"]').count(), 0);
  await own(page).click();
  assert.match(page.url(), /sex=girl/);
  assert.doesNotMatch(await page.locator("thead").innerText(), /Stage/);
  assert.doesNotMatch(`${seen.join("\n")} ${await page.title()} ${server.logged}`, /zephyrine/i);
});

test("another browser of the same person has it, another person has not", limit, async () => {
  const again = await person(browser, server.address, "caseworker");
  await visit("/cases", again);
  assert.deepEqual(await own(again).allInnerTexts(), ["Zephyrine’s girls"]);
  const boss = await person(browser, server.address, "supervisor");
  await visit("/cases", boss);
  assert.equal(await own(boss).count(), 0);
  await visit("/views", boss);
  assert.match(await said(boss), /You have saved no view yet/);
  // Whoever learns its id can neither rename nor delete it.
  await visit("/views");
  const action = await page.locator(".t-own-view form").getAttribute("action");
  for (const act of ["rename", "delete"]) {
    const token = await boss.locator('[name="form-token"]').first().inputValue();
    const form = { "form-token": token, name: "mine", do: act };
    await boss.request.post(`${server.address}${action}`, { form, headers: { Origin: server.address } });
  }
  await page.reload();
  assert.match(await said(page), /Zephyrine’s girls/);
});

test("a name that is empty, too long or doubled is told at its field, and kept", limit, async () => {
  for (const [name, problem] of [
    ["", /Write a name with a letter/],
    ["x".repeat(61), /60\W+characters at most/],
    ["ZEPHYRINE’S GIRLS", /A view has this name already/],
    ["missing  children", /A view has this name already/],
  ]) {
    await visit("/cases?is=missing");
    await save(page, name);
    assert.match(await page.title(), /^Error:/);
    assert.match(await page.locator("#view-name-error").innerText(), problem);
    assert.equal(await page.getByLabel("Name of the view").inputValue(), name);
  }
  await look(browser, page, "views-refused");
  await page.locator(".govuk-error-summary a").click();
  assert.equal(await page.evaluate(() => document.activeElement.id), "view-name");
  await page.getByLabel("Name of the view").fill("Who is gone");
  await page.keyboard.press("Enter");
  await own(page).first().waitFor();
  assert.match(page.url(), /\/cases\?is=missing$/);
  assert.deepEqual(await own(page).allInnerTexts(), ["Who is gone", "Zephyrine’s girls"]);
});

test("a view is renamed and deleted", limit, async () => {
  await visit("/cases");
  await page.getByRole("link", { name: "Rename or delete" }).click();
  assert.equal(await heading(page), "Your views");
  await page.getByLabel("Name Who is gone").fill("Zephyrine’s GIRLS");
  await page.getByRole("button", { name: "Rename Who is gone" }).click();
  assert.match(await said(page), /There is a problem .*A view has this name already/);
  assert.equal(await page.getByLabel("Name Who is gone").inputValue(), "Zephyrine’s GIRLS");
  await page.getByLabel("Name Who is gone").fill("Missing now");
  await page.keyboard.press("Enter");
  await page.locator("[role=status]").waitFor();
  assert.match(await said(page), /The view has its new name/);
  await look(browser, page, "views");
  const gone = await page.locator("form", { hasText: "Delete Missing now" }).getAttribute("action");
  await page.getByRole("button", { name: "Delete Missing now" }).click();
  assert.match(await said(page), /The view is deleted/);
  assert.equal(await page.locator(".t-own-view").count(), 1);
  // Sent again from a page that is open elsewhere, it stays deleted, and takes nothing else along.
  const token = await page.locator('[name="form-token"]').first().inputValue();
  const form = { "form-token": token, do: "delete" };
  const again = await page.request.post(`${server.address}${gone}`, { form, headers: { Origin: server.address } });
  assert.match(await again.text(), /The view is deleted/);
  await page.reload();
  assert.equal(await page.locator(".t-own-view").count(), 1);
  await visit("/cases");
  assert.deepEqual(await own(page).allInnerTexts(), ["Zephyrine’s girls"]);
});

test("a view is saved with the keyboard alone", limit, async () => {
  await visit("/cases?show=closed");
  const reach = async (wanted) => {
    for (let tabs = 0; tabs < 60; tabs += 1) {
      await page.keyboard.press("Tab");
      if (await page.evaluate(wanted)) return;
    }
    assert.fail(`not reached: ${wanted}`);
  };
  await reach("document.activeElement.textContent === 'Save this view'");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Closed ones");
  await page.keyboard.press("Enter");
  await own(page).nth(1).waitFor();
  assert.deepEqual(await own(page).allInnerTexts(), ["Closed ones", "Zephyrine’s girls"]);
});
