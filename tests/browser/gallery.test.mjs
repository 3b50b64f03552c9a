// Every page of the gallery in a browser: accessible, no sideways scroll, nothing loaded from elsewhere.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const output = join(here, "output");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const widths = [320, 1200];
// Pages that are looked at by people as well: their pictures are kept.
const pictured = /^(case|case-hostile|case-new|cases|sign-in|form-problems|form-views_heard|form-return_decided|form-correction-of-record|first-account-problems|choose-record|refused|entry|step|receipt|check|duty)$/;

let gallery;
let browser;
let address;
let profile;

function browserPath() {
  const names = [process.env.CHROMIUM, "chromium", "chromium-browser", "google-chrome"].filter(Boolean);
  const folders = (process.env.PATH ?? "").split(delimiter);
  for (const name of names) {
    for (const path of name.includes("/") ? [name] : folders.map((folder) => join(folder, name))) {
      if (existsSync(path)) return path;
    }
  }
  throw new Error("Chromium is missing. Run `scripts/set-up --browser`, or set CHROMIUM to its program.");
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answers(url) {
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      return await (await fetch(url)).text();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error("The gallery did not start.");
}

let names;

before(async () => {
  mkdirSync(output, { recursive: true });
  const port = await freePort();
  address = `http://127.0.0.1:${port}`;
  const target = process.env.CARGO_TARGET_DIR ?? join(root, "target");
  gallery = spawn(join(target, "debug/examples/gallery"), [String(port)], { stdio: "inherit" });
  names = [...(await answers(`${address}/`)).matchAll(/href="\/ltr\/([^"]+)"/g)].map((match) => match[1]);
  profile = mkdtempSync(join(tmpdir(), "tutela-browser-"));
  browser = await chromium.launchPersistentContext(profile, {
    executablePath: browserPath(),
    headless: true,
    bypassCSP: false,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
});

after(async () => {
  await browser?.close();
  gallery?.kill();
  if (profile) rmSync(profile, { recursive: true, force: true });
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
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (wide > 0) problems.push(`${name}: ${wide} px wider than the window`);
        if (pictured.test(name)) {
          await page.screenshot({ path: join(output, `${name}-${direction}-${width}.png`), fullPage: true });
        }
        const seen = refused.length;
        // Debugging tools may run scripts where the policy allows none to pages.
        await page.evaluate(axe);
        const { violations } = await page.evaluate(
          (values) => globalThis.axe.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations"] }),
          tags,
        );
        refused.length = seen;
        for (const violation of violations) {
          const where = violation.nodes.slice(0, 3).map((node) => `${node.target.join(" ")} ${node.html.slice(0, 160)}`);
          problems.push(`${name}: ${violation.id}: ${violation.help}\n    ${where.join("\n    ")}`);
        }
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
