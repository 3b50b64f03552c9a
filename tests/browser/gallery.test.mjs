// Every page of the gallery in a browser: accessible, no sideways scroll, nothing loaded from elsewhere.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { answers, built, freePort, openBrowser, output, problems as problemsOf } from "./harness.mjs";

const widths = [320, 1200];
// Pages that are looked at by people as well: their pictures are kept.
const pictured = /^(case|case-hostile|case-new|cases|sign-in|form-problems|form-views_heard|form-return_decided|form-correction-of-record|first-account-problems|choose-record|refused|entry|step|receipt|check|duty)$/;

let gallery;
let browser;
let address;
let names;

before(async () => {
  const port = await freePort();
  address = `http://127.0.0.1:${port}`;
  gallery = spawn(built("examples/gallery"), [String(port)], { stdio: "inherit" });
  names = [...(await answers(`${address}/`)).matchAll(/href="\/ltr\/([^"]+)"/g)].map((match) => match[1]);
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  gallery?.kill();
});

for (const direction of ["ltr", "rtl"]) {
  for (const width of widths) {
    test(`every page, ${direction}, ${width} px`, { timeout: 600_000 }, async () => {
      assert.ok(names.length > 50, "the gallery lists its pages");
      const page = await browser.newPage();
      await page.setViewportSize({ width, height: 900 });
      const foreign = [];
      page.on("request", (request) => {
        if (!request.url().startsWith(address) && !request.url().startsWith("data:")) foreign.push(request.url());
      });
      const refused = [];
      page.on("console", (message) => {
        if (/Content Security Policy/i.test(message.text())) refused.push(message.text());
      });
      const problems = [];
      for (const name of names) {
        await page.goto(`${address}/${direction}/${name}`);
        if (pictured.test(name)) {
          await page.screenshot({ path: join(output, `${name}-${direction}-${width}.png`), fullPage: true });
        }
        const seen = refused.length;
        problems.push(...(await problemsOf(page, name)));
        refused.length = seen;
      }
      await page.close();
      assert.deepEqual(foreign, [], "nothing is loaded from elsewhere");
      assert.deepEqual(refused, [], "nothing on a page is refused by its own policy");
      assert.equal(problems.length, 0, `\n${problems.join("\n")}`);
    });
  }
}

test("a phone picture of the main pages", { timeout: 120_000 }, async () => {
  const page = await browser.newPage();
  await page.setViewportSize({ width: 360, height: 800 });
  for (const name of ["case", "cases", "form-problems", "form-return_decided", "refused"]) {
    await page.goto(`${address}/ltr/${name}`);
    await page.screenshot({ path: join(output, `${name}-ltr-360.png`), fullPage: true });
  }
  await page.close();
});

test("the keyboard reaches the skip link first, and the focus can be seen", { timeout: 60_000 }, async () => {
  const page = await browser.newPage();
  await page.goto(`${address}/ltr/case`);
  await page.keyboard.press("Tab");
  const first = await page.evaluate(() => [document.activeElement.getAttribute("href"), document.activeElement.offsetHeight]);
  assert.equal(first[0], "#main");
  assert.ok(first[1] > 20);
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "main");
  await page.close();
});
