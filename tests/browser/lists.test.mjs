// Lists over cases, in a browser without scripts, on the real server: today, the list, the work, the registers, the search.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { newCase, open, person, record, send } from "./case.mjs";
import { fill, folder, heading, look, openBrowser, press, said, start } from "./harness.mjs";

let data;
let server;
let browser;
let page;
let boss;
let address;

const limit = { timeout: 180_000 };
// What must never stand in an address or a title: names of the stories, pseudonyms, and what is typed below.
// A name in another script would stand there as bytes.
const names = /%d0|\u00d0|ilinca|vasile|swallow|siskin|heron|zephyrine|marchetti|drossel/i;
let seen = [];

// Bytes of an address as text: an address may hold what is no text at all.
const readable = (byte) => String.fromCharCode(Number.parseInt(byte.slice(1), 16));

const watched = (someone) => {
  someone.on("request", (request) => seen.push(request.url().replace(/%[0-9a-f]{2}/gi, readable)));
  someone.on("load", async () => seen.push(await someone.title().catch(() => "")));
  return someone;
};

before(async () => {
  data = folder();
  [server, browser] = await Promise.all([start("demo", data.path), openBrowser()]);
  address = server.address;
  page = watched(await person(browser, address, "caseworker"));
  boss = watched(await person(browser, address, "supervisor"));
}, { timeout: 240_000 });

afterEach(() => {
  for (const told of seen) assert.doesNotMatch(told, names);
  seen = [];
});

after(async () => {
  await browser?.close();
  await server?.stop();
  data?.forget();
});

const visit = (path, someone = page) => someone.goto(`${address}${path}`);

test("today comes first, and leads to the duty", limit, async () => {
  await visit("/");
  assert.match(page.url(), /\/today$/);
  assert.equal(await heading(page), "Today");
  assert.match(await said(page), /Overdue \(\d+\).*To be done promptly/);
  await look(browser, page, "today");
  const duty = page.locator(".t-duty--over h3 a").first();
  const title = await duty.innerText();
  await duty.click();
  assert.equal(await heading(page), "Why is this due?");
  assert.ok((await said(page)).includes(title));
});

test("a duty is reached from today with the keyboard alone", limit, async () => {
  await visit("/today");
  const wanted = await page.locator(".t-duty--over h3 a").first().getAttribute("href");
  for (let tabs = 0; tabs < 40; tabs += 1) {
    await page.keyboard.press("Tab");
    const here = page.locator("*:focus");
    if ((await here.getAttribute("href")) === wanted) break;
  }
  await page.keyboard.press("Enter");
  await page.waitForURL(`**${wanted}`);
  assert.equal(await heading(page), "Why is this due?");
});

test("a missing child stands above everything else", limit, async () => {
  const home = await newCase(page, address, "Drossel");
  await open(page, home, "missing_reported");
  await send(page, { last_seen: "The bus stop.", circumstances: "Went out." });
  await visit("/today");
  assert.match(await said(page), /children are missing .*Drossel/);
  await look(browser, page, "today-missing");
  await visit("/cases");
  assert.match(await page.locator("tbody tr").first().innerText(), /Missing now/i);
  await visit("/registers");
  assert.match(await said(page), /Missing children [2-9] now/);
  await visit("/registers/missing");
  assert.match(await page.locator("tbody tr").first().innerText(), /Drossel[\s\S]*Since today/);
  await visit("/cases?is=missing");
  assert.ok((await page.locator("tbody tr").count()) >= 2);
  assert.match(await said(page), /Drossel/);
});

test("the list is narrowed, cleared and sorted by links", limit, async () => {
  await visit("/cases");
  const all = await page.locator("tbody tr").count();
  await page.locator("summary", { hasText: "Narrow the list" }).click();
  await page.getByRole("link", { name: "Girl", exact: true }).click();
  assert.match(page.url(), /\/cases\?sex=girl$/);
  const girls = await page.locator("tbody tr").count();
  assert.ok(girls > 0 && girls < all, `${girls} of ${all}`);
  await page.locator("summary", { hasText: "Narrow the list" }).click();
  await page.locator('[name="nationality"]').selectOption("RO");
  await page.getByRole("button", { name: "Show these" }).click();
  assert.match(page.url(), /nationality=RO/);
  assert.match(page.url(), /sex=girl/);
  assert.match(await said(page), /Nationality: Romania Clear/);
  await look(browser, page, "cases-narrowed");
  await page.getByRole("link", { name: /^Clear Nationality/ }).click();
  assert.match(page.url(), /\/cases\?sex=girl$/);
  await page.getByRole("link", { name: "Clear Girl" }).click();
  assert.match(page.url(), /\/cases$/);
  assert.equal(await page.locator("tbody tr").count(), all);

  await page.getByRole("link", { name: "Child", exact: true }).click();
  assert.equal(await page.locator('th[aria-sort="ascending"]').innerText(), "Child");
  const references = await page.locator("tbody th span").allInnerTexts();
  assert.deepEqual(references, [...references].sort());
  await page.getByRole("link", { name: "Last written to", exact: true }).first().click();
  assert.equal(await page.locator("th[aria-sort]").count(), 1);
  assert.equal(await page.locator('th[aria-sort="descending"]').count(), 1);

  await page.getByRole("link", { name: "Closed cases" }).first().click();
  assert.ok((await page.locator("tbody tr").count()) < all);
  await visit("/cases?stage=nowhere&sex=%FF&who=anybody&page=0&order=name&overdue=2&x=y");
  assert.equal(await page.locator("tbody tr").count(), all);
  await visit("/cases?page=9999");
  assert.match(await said(page), /No case fits what you chose/);
});

test("a supervisor sees the work over all cases, a caseworker over the own", limit, async () => {
  for (const [someone, name] of [[page, "work"], [boss, "work-of-all"]]) {
    for (const [show, said_] of [
      ["overdue", /Was due by/],
      ["unassigned", /Taken by nobody yet.*waits for somebody|has been taken/],
      ["breaches", /Still owed|Done on/],
      ["capacity", /M\. Sava/],
    ]) {
      await visit(`/work?show=${show}`, someone);
      assert.match(await said(someone), said_);
      assert.equal(await someone.locator('.t-tabs:not(.t-pager) [aria-current="page"]').count(), 1);
      await look(browser, someone, `${name}-${show}`);
    }
  }
  await visit("/work?show=something-else", boss);
  assert.match(await said(boss), /Overdue/);
  await visit("/work?show=capacity", boss);
  await boss.getByRole("link", { name: "M. Sava (training)" }).click();
  assert.match(await said(boss), /With M\. Sava \(training\) Clear/);
  await visit("/work?show=breaches", boss);
  await boss.locator("tbody th a").first().click();
  assert.match(await said(boss), /Why is this due|Entry \d+/);
});

test("a breach list comes in pages, and says what became of each", limit, async () => {
  await visit("/work?show=breaches", boss);
  const first = await boss.locator("tbody tr").count();
  assert.ok(first <= 25);
  const next = boss.getByRole("link", { name: "Next page" });
  if (await next.count()) {
    await next.click();
    assert.match(boss.url(), /show=breaches&page=2$/);
    assert.match(await said(boss), /Page 2/);
    await boss.getByRole("link", { name: "Previous page" }).click();
  }
  assert.equal(await boss.locator("tbody tr").count(), first);
  await visit("/work?show=breaches&page=400", boss);
  assert.match(await said(boss), /Nothing stands on this page.*Previous page/);
  await visit("/work?show=overdue&page=nowhere", boss);
  assert.match(await said(boss), /Was due by/);
});

test("a duty is called the same in lists and on the page of its case", limit, async () => {
  // A place in which a child was put long ago without what it needs: what is missing is owed, and stands first today.
  const home = await newCase(page, address, "Marchetti");
  await record(page, home, "placement_started", {
    "entry-basis": "reported",
    "entry-occurred": "2024-02-01T10:00",
    kind: "kinship",
    provider: "An aunt",
    emergency: "no",
    unrelated_adults: "no",
    why_needed: "Nobody else was there.",
    why_suits: "She knows her.",
  });
  await page.goto(home);
  const duties = page.locator(`a[href^="${new URL(home).pathname}/duties/"]`);
  const titles = async () => {
    const links = await duties.evaluateAll((all) => all.map((a) => [a.getAttribute("href"), a.textContent]));
    return links.map(([duty, title]) => [duty, title.replace("Why is this due?", "").trim()]);
  };
  const there = new Map(await titles());
  await visit("/today");
  const listed = await titles();
  for (const [duty, title] of listed) assert.equal(title, there.get(duty), duty);
  assert.ok(
    listed.some(([, title]) => /since the last move/.test(title)),
    listed.map(([, title]) => title).join("\n"),
  );
});

test("each register opens and shows neither a true name nor an address", limit, async () => {
  for (const register of ["missing", "liberty", "placements", "guardians", "inquiries"]) {
    await visit("/registers", boss);
    await boss.locator(`a[href="/registers/${register}"]`).click();
    const text = await said(boss);
    assert.doesNotMatch(text, /Ilinca Vasile|Joy Edosa|Minh|Doina/);
    await look(browser, boss, `register-${register}`);
  }
  await visit("/registers/placements", boss);
  assert.match(await said(boss), /places are free/);
  const aunt = await row(boss, "An aunt");
  assert.match(aunt, /Not in the authority’s book.*Marchetti Since/);
  await boss.getByRole("link", { name: "Marchetti" }).click();
  assert.match(boss.url(), /\/cases\/[0-9a-f-]+$/);
  await visit("/registers/guardians", boss);
  assert.match(await said(boss), /of at most \d+/);
  assert.equal((await visit("/registers/none", boss)).status(), 404);
});

// The line of a register in which a text stands, on whichever of its pages.
const row = async (someone, text) => {
  for (;;) {
    const found = someone.locator("tbody tr", { hasText: text });
    if (await found.count()) return (await found.first().innerText()).replace(/[\u2066-\u2069]/g, "").replace(/\s+/g, " ");
    const next = someone.getByRole("link", { name: "Next page" });
    assert.ok(await next.count(), `${text} stands on no page`);
    await next.click();
  }
};

const daysFromNow = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const inWords = (day) =>
  new Date(`${day}T12:00Z`).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

test("a home is free only as far as it says so itself, and a policy that has run out is seen", limit, async () => {
  await visit("/registers/placements", boss);
  const lock = await row(boss, "House at the lock");
  assert.match(lock, /(places? (is|are) free|Full).*It has 9 places\..*By its own word 5 were free on \d+ \w+ \d{4}\./);
  assert.ok(Number(/(\d+) places? (is|are) free/.exec(lock)?.[1] ?? 0) <= 5, lock);
  assert.match(lock, /Yes From \d+ \w+ \d{4} Until \d+ \w+ \d{4}/);
  assert.match(lock, /It last audited itself: .*Inspected on \d+ \w+ \d{4}: it meets the minimum standards/);
  await visit("/registers/placements", boss);
  const hostel = await row(boss, "Hostel by the mill");
  assert.match(hostel, /Full.*By its own word none was free/);
  assert.match(hostel, new RegExp(`No From .* Ran out: it held until ${inWords(daysFromNow(-9))}`));
  assert.match(hostel, /No inspection is known/);
});

test("the register of liberty says how near a review is, below and at its number", limit, async () => {
  const text = async () => {
    await visit("/registers/liberty", boss);
    return said(boss);
  };
  const count = (words) => {
    if (/No restriction of a child’s freedom of movement has begun/.test(words)) return 0;
    return Number(/(\d+) restrictions? of a child’s freedom of movement ha(s|ve) begun since the last/.exec(words)[1]);
  };
  const before = await text();
  const asked = Number(/With (\d+), an independent review of the practice is owed\./.exec(before)[1]);
  assert.equal(asked, 6);
  const home = await newCase(page, address, "Zephyrine");
  const until = daysFromNow(20);
  const restrict = () =>
    record(page, home, "liberty_restricted", {
      "entry-basis": "reported",
      measures: ["closed_placement"],
      grounds: "The door was locked.",
      necessary: "unknown",
      judge_approved: "no",
      for_migration: "no",
      ends: until,
    });
  const owed = /a review of the practice is owed\. .*independent review of restrictions of liberty/i;
  assert.ok(count(before) < asked, `the demonstration has ${count(before)} already`);
  assert.doesNotMatch(before, owed);
  for (let number = count(before) + 1; number <= asked; number += 1) {
    await restrict();
    const now = await text();
    assert.equal(count(now), number);
    assert.equal(owed.test(now), number === asked, now);
  }
  await look(browser, boss, "register-liberty-review");
  assert.match(await row(boss, "Zephyrine"), new RegExp(`No judge approved it\\..* ${inWords(until)} `));
  await boss.getByRole("link", { name: /independent review of restrictions/i }).click();
  assert.equal(await heading(boss), "Why is this due?");
});

test("an inquiry shows for how many days it lay at each hand", limit, async () => {
  await visit("/registers/inquiries", boss);
  // As the story tells it: a day, two weeks, and three days so far.
  assert.match(
    await row(boss, "Stonechat"),
    /Came from Child protection authority, .*focal point: 1 day .*: 14 days .*: for [34] days so far.*For (18|19) days/i,
  );
  assert.equal(await boss.locator("tbody tr", { hasText: "Stonechat" }).locator('.t-hands [aria-current="step"]').count(), 1);
  assert.match(await boss.locator('.t-hands [aria-current="step"]').first().innerText(), /so far/);
});

const search = async (someone, typed) => {
  await visit("/cases", someone);
  await someone.locator('[name="typed"]').fill(typed);
  await someone.getByRole("button", { name: "Search" }).click();
  assert.match(someone.url(), /\/search$/);
  return said(someone);
};

test("a child is found in another script, with a typo and by the reference", limit, async () => {
  assert.match(await search(page, "Илинка Василе"), /One case.*Swallow/);
  await look(browser, page, "search");
  assert.match(await search(page, "Ilnca Vasile"), /Swallow.*One letter is different/);
  assert.match(await search(page, "ilinca vasile"), /The name is the same/);
  assert.match(await search(page, "Ilinc"), /The name begins so/);
  const reference = (await said(page)).match(/TU-\d+-\d+/)[0];
  assert.match(await search(page, reference.toLowerCase()), /The reference is the same/);
  assert.match(await search(page, "Wilhelmina"), /Nothing was found/);
  await search(page, "  ");
  assert.equal(await page.locator("#found").count(), 0);
  // What was typed stands in no line of the log.
  assert.doesNotMatch(server.logged, /ilinca|vasile|илинка|wilhelmina/i);
});

test("a caseworker finds nothing of others, and is told whom to ask about a child who comes again", limit, async () => {
  await visit("/report", boss);
  const referral = {
    source: "police",
    names: "Zephyrine Marchetti",
    circumstances: "Found at a station.",
    immediate_danger: "no",
    company: "alone",
  };
  await send(boss, referral);
  const home = boss.url().replace(/\/recorded\/\d+$/, "");
  await visit("/work?show=unassigned");
  assert.match(await said(page), /New referral/);
  await open(boss, home, "referral_accepted");
  await fill(boss, { pseudonym: "Ouzel" });
  await boss.locator('[name="caseworker"]').selectOption({ label: "E. Dima (training)" });
  await press(boss, "go");

  assert.match(await search(boss, "Zephyrine"), /Ouzel/);
  assert.match(await search(page, "Zephyrine Marchetti"), /Nothing was found/);
  assert.equal((await page.goto(home)).status(), 404);
  await visit("/cases");
  assert.doesNotMatch(await said(page), /Ouzel/);

  await visit("/report");
  await send(page, { ...referral, names: "Zephirine Marchetti" });
  await page.goto(page.url().replace(/\/recorded\/\d+$/, ""));
  const known = page.locator("section[aria-labelledby=known]");
  assert.match(await known.innerText(), /known already[\s\S]*TU-\d+-\d+[\s\S]*E\. Dima/);
  assert.equal(await known.locator("a").count(), 0);
  await look(browser, page, "case-known");
  await boss.goto(page.url());
  assert.equal(await boss.locator("section[aria-labelledby=known] a").count(), 1);
});
