// What the browser tests share: a browser, a server of ours, forms to fill, and the check of a page.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Where pictures go. */
export const output = join(here, "output");
mkdirSync(output, { recursive: true });

/** A program of this workspace, as it was built for tests. */
export function built(name) {
  const path = join(process.env.CARGO_TARGET_DIR ?? join(root, "target"), "debug", name);
  if (!existsSync(path)) throw new Error(`${path} is missing. Run \`make test\`, which builds it first.`);
  return path;
}

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

/** A browser that speaks to nobody but our own server. */
export function openBrowser() {
  return chromium.launch({
    executablePath: browserPath(),
    headless: true,
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
}

/** A port that is free now. */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The text of an address, as soon as something answers there. */
export async function answers(url) {
  for (let tries = 0; tries < 1200; tries += 1) {
    try {
      return await (await fetch(url)).text();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error(`Nothing answers at ${url}.`);
}

/** A folder that `forget` removes again. */
export function folder() {
  const path = mkdtempSync(join(tmpdir(), "tutela-test-"));
  return { path, forget: () => rmSync(path, { recursive: true, force: true }) };
}

/** Runs the command to its end: what it printed, and its exit code. */
export async function tutela(...args) {
  const child = spawn(built("tutela"), args, { stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  let err = "";
  child.stdout.on("data", (data) => (out += data));
  child.stderr.on("data", (data) => (err += data));
  const code = await new Promise((resolve) => child.on("close", resolve));
  return { out, err, code };
}

/** Starts `tutela serve` or `tutela demo` on a free port of this machine. */
export async function start(act, data, ...args) {
  if (!data) throw new Error("Say in which folder the data are to be.");
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const child = spawn(built("tutela"), [act, "--data", data, "--listen", `127.0.0.1:${port}`, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const server = { address, printed: "", logged: "", stop: null };
  child.stdout.on("data", (data) => (server.printed += data));
  child.stderr.on("data", (data) => (server.logged += data));
  const ended = new Promise((resolve) => child.on("close", resolve));
  server.stop = async () => {
    child.kill();
    await ended;
  };
  await answers(`${address}/sign-in`);
  return server;
}

/** Fills the fields of a form by their names. A time is `2026-11-25T10:05`, or its first part; a list is of choices. */
export async function fill(page, values) {
  for (const [name, value] of Object.entries(values)) {
    const day = page.locator(`[name="${name}.day"]`);
    if (await day.count()) {
      await date(page, name, value);
      continue;
    }
    const first = page.locator(`[name="${name}"]`).first();
    const type = await first.getAttribute("type");
    if (type === "radio" || type === "checkbox") {
      for (const choice of [value].flat()) await page.locator(`[name="${name}"][value="${choice}"]`).check();
    } else if ((await first.evaluate((element) => element.localName)) === "select") {
      await first.selectOption(value);
    } else {
      await first.fill(value);
    }
  }
}

async function date(page, name, value) {
  const [from, to] = value.split("/");
  const [whole, time] = from.split("T");
  const [year, month, day] = whole.split("-");
  for (const [part, text] of Object.entries({ day, month, year, time })) {
    const input = page.locator(`[name="${name}.${part}"]`);
    if (text !== undefined && (await input.count())) await input.fill(text);
  }
  if (to) {
    const estimate = page.locator(`details:has([name="${name}.to.day"])`);
    if ((await estimate.getAttribute("open")) === null) await estimate.locator("summary").click();
    await date(page, `${name}.to`, to);
  }
}

/** Presses a button of the form: `go`, `record`, `change`, `draft`. */
export async function press(page, what) {
  await page.locator(`.t-send button[name="do"][value="${what}"]`).click();
}

// Marks that keep names and dates apart from the direction of the words around them; nobody sees them.
const plain = (text) => text.replace(/[\u2066-\u2069]/g, "").replace(/\s+/g, " ").trim();

/** What a page says, as one line of text. */
export async function said(page) {
  return plain(await page.locator("main").innerText());
}

/** The first heading of a page. */
export async function heading(page) {
  return plain(await page.locator("h1").first().innerText());
}

/**
 * What axe finds on a page, and whether it must be scrolled sideways. Where scripts are off, the page is shown once
 * more in a browser where they are on: debugging tools may run scripts where the policy of our pages allows none.
 */
export async function problems(page, name) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  const found = wide > 0 ? [`${name}: ${wide} px wider than the window`] : [];
  await page.evaluate(axe);
  const { violations } = await page.evaluate(
    (values) => globalThis.axe.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations"] }),
    tags,
  );
  for (const violation of violations) {
    const where = violation.nodes.slice(0, 3).map((node) => `${node.target.join(" ")} ${node.html.slice(0, 160)}`);
    found.push(`${name}: ${violation.id}: ${violation.help}\n    ${where.join("\n    ")}`);
  }
  return found;
}

/** Looks at a page as it stands, at two widths, in a browser with scripts: see `problems`. */
export async function look(browser, page, name) {
  const html = await page.content();
  const address = page.url();
  const context = await browser.newContext();
  const found = [];
  for (const width of [320, 1200]) {
    const copy = await context.newPage();
    await copy.setViewportSize({ width, height: 900 });
    await copy.route(address, (route) => route.fulfill({ body: html, contentType: "text/html; charset=utf-8" }));
    await copy.goto(address);
    found.push(...(await problems(copy, `${name} at ${width} px`)));
    await copy.screenshot({ path: join(output, `journey-${name}-${width}.png`), fullPage: true });
    await copy.close();
  }
  await context.close();
  assert.equal(found.length, 0, `\n${found.join("\n")}`);
}
