// What a caseworker does with a case, in a browser without scripts, on the real server.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import {
  bestInterests,
  deciding,
  entries,
  excluded,
  weighed,
  lawyer,
  needs,
  newCase,
  open,
  panel,
  person,
  placement,
  record,
  send,
  told,
  views,
} from "./case.mjs";
import { fill, folder, heading, look, openBrowser, press, said, start, tutela } from "./harness.mjs";

let data;
let server;
let browser;
let page;
let address;

before(async () => {
  data = folder();
  [server, browser] = await Promise.all([start("demo", data.path), openBrowser()]);
  address = server.address;
  page = await person(browser, address, "caseworker");
});

after(async () => {
  await browser?.close();
  await server?.stop();
  data?.forget();
});

const limit = { timeout: 120_000 };

test("a list, and a case that is reported, taken, assessed and placed", limit, async () => {
  await page.goto(`${address}/cases`);
  assert.equal(await heading(page), "Your cases");
  assert.ok((await page.locator("tbody tr").count()) >= 8);

  const home = await newCase(page, address, "Wren");
  assert.match(await said(page), /Recorded Referral accepted/);
  await record(page, home, "victim_presumed", {
    grounds: "She was locked in.",
    exploitation: ["forced_labour"],
    crossed_border: "yes",
  });
  assert.match(await said(page), /What must happen now/);
  await record(page, home, "needs_assessment", needs);

  // Two rows of risks; one more and one less, and nothing typed is lost.
  await open(page, home, "risk_assessment");
  await fill(page, {
    occasion: "identified",
    serious_risk_on_return: "unknown",
    "risks.1.risk": "debt",
    "risks.1.likelihood": "high",
    "risks.1.severity": "medium",
    "risks.1.measure": "A lawyer explains.",
    "risks.1.owner": "Legal aid",
  });
  await page.locator('button[value="add:risks"]').click();
  await page.locator('button[value="add:risks"]').click();
  await fill(page, {
    "risks.2.owner": "nobody yet",
    "risks.3.risk": "calls",
    "risks.3.likelihood": "low",
    "risks.3.severity": "high",
    "risks.3.measure": "A new number.",
    "risks.3.owner": "M. Sava",
    "risks.3.by": "2027-01-05",
  });
  await page.locator('button[value="remove:risks:2"]').click();
  assert.equal(await page.inputValue('[name="risks.1.measure"]'), "A lawyer explains.");
  assert.equal(await page.inputValue('[name="risks.2.measure"]'), "A new number.");
  assert.equal(await page.inputValue('[name="risks.2.by.year"]'), "2027");
  assert.ok(await page.locator('[name="risks.1.likelihood"][value="high"]').isChecked());
  const risks = await send(page, {});
  await page.goto(`${home}/entries/${risks}`);
  assert.match(await said(page), /A lawyer explains.*A new number.*5 January 2027/);

  // Nobody has heard her on the place, told or asked her, or weighed it: refused, then urgent, then owed, then done.
  await open(page, home, "placement_started");
  await fill(page, { ...placement, ...deciding });
  await press(page, "go");
  assert.match(await heading(page), /4 safeguards missing/);
  assert.match(await said(page), /The child is heard before a placement/);
  await page.getByRole("link", { name: "Open the draft" }).click();
  assert.equal(await page.inputValue('[name="provider"]'), "Foster family");
  await send(page, { "entry-urgent": "yes", "entry-urgent_reason": "It is night." });
  assert.match(await said(page), /What must happen now.*views on the placement/i);
  await page.goto(home);
  const owed = page.locator(".t-duty", { hasText: "views on the placement" });
  assert.equal(await owed.count(), 1);
  await record(page, home, "views_heard", views(["placement"]));
  assert.match(await said(page), /Done, or no longer needed.*views on the placement/i);
  await page.goto(home);
  assert.equal(await page.locator(".t-duties:not(.t-duties--settled) .t-duty", { hasText: "views on the placement" }).count(), 0);
  assert.match(await said(page), /Tôi muốn ở đây\./);

  await record(page, home, "guardian_appointed", {
    ...deciding,
    guardian: "Luc Perrin",
    kind: "provisional",
    appointed_by: "Juvenile court",
    trained: "yes",
    independent: "yes",
    children: "9",
  });
  await page.goto(home);
  assert.match(await said(page), /Guardian: Luc Perrin/);
  await look(browser, page, "case");
});

test("a determination, a return refused, the draft found again, a departure as a breach", limit, async () => {
  const home = await newCase(page, address, "Siskin");
  await record(page, home, "victim_presumed", {
    grounds: "He was made to beg.",
    exploitation: ["forced_begging"],
    crossed_border: "yes",
  });
  await record(page, home, "views_heard", views(["solution"]));
  await record(page, home, "guardian_appointed", {
    ...deciding,
    guardian: "Ana Pop",
    kind: "confirmed",
    appointed_by: "Court",
    trained: "yes",
    independent: "yes",
  });

  await record(page, home, "lawyer_appointed", lawyer);
  await record(page, home, "information_given", told(["solution"]));
  await record(page, home, "best_interests_assessment", bestInterests("solution"));

  await record(page, home, "panel_convened", panel);
  for (const option of ["return", "integration", "third_country"]) {
    await record(page, home, "option_weighed", option === "integration" ? weighed(option) : excluded(option));
  }

  await open(page, home, "determination_made");
  await fill(page, {
    ...deciding,
    solution: "integration",
    residence_secured: "yes",
    decided_by: "Panel",
    migration_decided: "no",
    heard: ["child", "guardian", "lawyer"],
    reasons: "Weighed with all options.",
    after_eighteen: "Lives with her aunt.",
    beyond_eighteen: "yes",
    decider_named: "yes",
    family_first: "yes",
    standards: ["continuity_of_care", "safe_environment", "stable_relationships", "plans_for_the_future"],
    individual_grounds: "yes",
    best_interests_first: "yes",
  });
  await press(page, "go");
  assert.equal(await heading(page), "Check your answers");
  const checked = await said(page);
  assert.match(checked, /Weighed with all options\..*The safeguards/);
  assert.ok((await page.locator(".t-checks .t-good").count()) >= 12, "those that the answers meet are shown too");
  await look(browser, page, "check");
  await press(page, "change");
  assert.equal(await page.inputValue('[name="reasons"]'), "Weighed with all options.");
  await press(page, "go");
  await press(page, "record");
  assert.match(page.url(), /\/recorded\//);
  await look(browser, page, "receipt");

  // Exactly these safeguards are missing, each with its source.
  await open(page, home, "return_decided");
  await fill(page, {
    ...deciding,
    country: "VN",
    destination: "A village",
    care_there: "relatives",
    place_assessed: "no",
    received_by: "Her aunt",
    child_agrees: "unknown",
    reasons: "She wants to go home.",
  });
  await press(page, "go");
  const titles = await page.locator(".t-block .t-checks strong").allInnerTexts();
  const missing = (await tutela("pack", "show", "baseline")).out;
  assert.ok(missing.includes("hear-child-return"));
  assert.equal(titles.length, new Set(titles).size);
  assert.equal((await heading(page)).match(/(\d+) safeguards missing/)?.[1], String(titles.length));
  assert.ok(titles.length >= 6, titles.join("; "));
  for (const source of await page.locator(".t-block .t-checks .t-quiet").allInnerTexts()) assert.match(source, /^Source: .*\d/);
  await look(browser, page, "refused");
  const refused = page.url();

  // The draft is found from the form too, and only by the person whose it is.
  await page.goto(refused);
  assert.match(await said(page), /You have kept a draft of this form/);
  assert.equal(await page.inputValue('[name="destination"]'), "");
  await page.getByRole("link", { name: "Open the draft" }).click();
  assert.equal(await page.inputValue('[name="destination"]'), "A village");
  await fill(page, { destination: "A town" });
  await press(page, "draft");
  assert.match(await said(page), /The draft is kept/);
  assert.equal(await page.inputValue('[name="destination"]'), "A town");
  const boss = await person(browser, address, "supervisor");
  await boss.goto(`${refused}?draft=1`);
  assert.equal(await boss.inputValue('[name="destination"]'), "");
  await boss.context().close();

  // Why is this blocked: facts, rule, source, version of the pack.
  await page.goto(`${home}/steps/return_decided`);
  const why = await page.locator("main").textContent();
  assert.match(why, /International baseline/);
  assert.match(why, /2026\.1/);
  assert.match(why, /hear-child-return/);
  assert.match(why, /views\.on_return/);
  await look(browser, page, "step");

  // Somebody put her on a bus: recorded, shown as breach, with what remedies it.
  await open(page, home, "departed");
  await send(page, {
    "entry-basis": "reported",
    "entry-urgent": "no",
    country: "VN",
    destination: "A village",
    met_by: "Nobody",
  });
  assert.match(await said(page), /Safeguards that were not met/);
  await look(browser, page, "receipt-breach");
  await page.goto(home);
  assert.match(await said(page), /What needs a person’s attention|Safeguards|attention/i);
  assert.ok((await page.locator("#attention ~ ul .t-checks, section[aria-labelledby=attention] li").count()) >= titles.length);
  assert.ok((await page.locator(".t-duty").filter({ hasText: "met on arrival" }).count()) >= 1);
});

test("why a duty is due; handing it over and setting it aside", limit, async () => {
  const home = await newCase(page, address, "Plover");
  await page.goto(home);
  const due = page.locator(".t-duty").first();
  const title = await due.locator("h3").innerText();
  await due.getByRole("link", { name: /^Why is this due/ }).click();
  assert.equal(await heading(page), "Why is this due?");
  const why = await said(page);
  assert.match(why, /International baseline/);
  assert.match(why, /2026\.1/);
  await look(browser, page, "duty");
  assert.equal(await page.getByRole("link", { name: "Set a duty aside" }).count(), 0);

  const address_of_duty = page.url();
  const boss = await person(browser, address, "supervisor");
  await boss.goto(address_of_duty);
  await boss.getByRole("link", { name: "Set a duty aside" }).click();
  assert.match(await boss.locator('[name="duty"] option:checked').innerText(), new RegExp(title.slice(0, 12)));
  await send(boss, { reason: "Done by another authority before." });
  await boss.getByRole("link", { name: "See the record" }).click();
  assert.ok((await said(boss)).includes(title));
  await boss.context().close();

  // Not a caseworker's to do, by whatever door.
  await open(page, home, "duty_set_aside");
  await fill(page, { reason: "I would like to." });
  await page.locator('[name="duty"]').selectOption({ index: 1 });
  await press(page, "go");
  assert.match(await said(page), /is not allowed here/);
});

test("corrections of a field, of a time, and a withdrawal", limit, async () => {
  const home = await newCase(page, address, "Dunlin");
  const note = await record(page, home, "note", { text: "The lawyer called. She asks for papers." });
  const police = await record(page, home, "police_informed", { police: "Harbour", reference: "77" });

  // From the list of records: first which entry, then its fields as they read now.
  await open(page, home, "correction");
  assert.equal(await page.locator("main textarea").count(), 0);
  await press(page, "go");
  assert.match(await said(page), /There is a problem/);
  await fill(page, { entry: String(police) });
  await press(page, "go");
  assert.equal(await page.inputValue('[name="replace.police"]'), "Harbour");
  await send(page, { reason: "A slip.", withdraw: "no", "replace.reference": "78" });
  await page.goto(`${home}/entries/${police}`);
  assert.match(await said(page), /Harbour.*78.*Corrected.*A slip\./);
  await page.locator("summary", { hasText: "first" }).click();
  assert.match(await said(page), /77/);

  // Another entry is chosen at last: its own fields are shown, not those of the first empty.
  await open(page, home, "correction", `?entry=${police}`);
  await fill(page, { entry: String(note), reason: "Other." });
  await press(page, "go");
  assert.equal(await page.inputValue('[name="replace.text"]'), "The lawyer called. She asks for papers.");
  assert.equal(await page.inputValue('[name="reason"]'), "Other.");

  await open(page, home, "correction", `?entry=${note}`);
  await send(page, { reason: "It was earlier.", occurred: "2026-01-05T10:00" });
  await page.goto(`${home}/entries/${note}`);
  assert.match(await said(page), /5 January 2026 at 10:00/);

  await open(page, home, "correction", `?entry=${note}`);
  const withdrawn = await send(page, { reason: "Another child.", withdraw: "yes" });
  await page.goto(home);
  const event = page.locator(".t-event--withdrawn");
  assert.match(await event.innerText(), /Withdrawn/);
  assert.match(await event.innerText(), /Another child\./);

  // A correction can be withdrawn, and nothing else; its form does not bring the server down.
  await open(page, home, "correction", `?entry=${withdrawn}`);
  assert.equal(await page.locator('[name^="replace."]').count(), 0);
  await send(page, { reason: "It was this child.", withdraw: "yes" });
  await page.goto(home);
  assert.equal(await page.locator(".t-event--withdrawn", { hasText: "The lawyer" }).count(), 0);
});

test("errors stand at their fields, and everything typed is kept", limit, async () => {
  const home = await newCase(page, address, "Curlew");
  await open(page, home, "placement_started");
  await fill(page, { provider: "A house", why_suits: "Near the school.", kind: "foster", "entry-occurred": "2026-02-31" });
  await press(page, "go");
  assert.match(await page.title(), /^Error:/);
  const problems = await page.locator(".govuk-error-summary__list a").evaluateAll((links) =>
    links.map((link) => [link.getAttribute("href"), link.textContent]),
  );
  for (const [target, text] of problems) {
    assert.equal(await page.locator(target).count(), 1, `${target}: ${text}`);
    assert.doesNotMatch(text, /\[|undefined/);
  }
  assert.ok(problems.length >= 4, JSON.stringify(problems));
  assert.equal(await page.inputValue('[name="provider"]'), "A house");
  assert.equal(await page.inputValue('[name="entry-occurred.day"]'), "31");
  assert.ok(await page.locator('[name="kind"][value="foster"], [name="kind"] option[value="foster"]:checked').count());
  await look(browser, page, "form-errors");

  for (const [day, said_] of [["2099-01-01", /lies in the future/], ["2026-01-05T25:00", /real date/], ["x-y-z", /real date/]]) {
    await open(page, home, "note");
    await fill(page, { text: "Kept.", "entry-occurred": day });
    await press(page, "go");
    assert.match(await said(page), said_);
    assert.equal(await page.inputValue('[name="text"]'), "Kept.");
  }
  assert.equal(await entries(page, home), 2);
});

test("the same form sent twice is one entry", limit, async () => {
  const home = await newCase(page, address, "Avocet");
  await open(page, home, "note");
  await fill(page, { text: "Once." });
  const form = await page.locator('form[action$="/record/note"]').evaluate((form) => new URLSearchParams(new FormData(form)).toString());
  const post = () =>
    page.context().request.post(`${home}/record/note`, {
      headers: { "content-type": "application/x-www-form-urlencoded", origin: address },
      data: `${form}&do=go`,
      maxRedirects: 0,
    });
  const [first, second] = await Promise.all([post(), post()]);
  assert.equal(first.status(), 303);
  assert.equal(first.headers().location, second.headers().location);
  await press(page, "go");
  assert.ok(page.url().endsWith(first.headers().location));
  assert.equal(await entries(page, home), 3);

  await page.goto(`${address}/report`);
  const names = await page.locator("form[action='/report'] [name]").count();
  assert.ok(names > 10);
});

test("two people on one case: harmless writing merges, what matters is shown first", limit, async () => {
  const home = await newCase(page, address, "Godwit");
  const boss = await person(browser, address, "supervisor");
  const note = await record(page, home, "note", { text: "First." });

  // Both write notes: both are kept.
  await open(page, home, "note");
  await record(boss, home, "note", { text: "Of the supervisor." });
  await send(page, { text: "Of the caseworker." });

  // Both correct the same entry: the second sees the first, and nothing typed is lost.
  await open(page, home, "correction", `?entry=${note}`);
  await open(boss, home, "correction", `?entry=${note}`);
  await send(boss, { reason: "Of the supervisor.", "replace.text": "Second." });
  await fill(page, { reason: "Of the caseworker.", "replace.text": "Third." });
  await press(page, "go");
  if ((await heading(page)) === "Check your answers") await press(page, "record");
  assert.equal(await heading(page), "Somebody else wrote in between");
  assert.match(await said(page), /Of the caseworker\..*Third\./);
  await look(browser, page, "conflict");
  await press(page, "change");
  assert.equal(await page.inputValue('[name="replace.text"]'), "Third.");
  await send(page, {});
  await page.goto(`${home}/entries/${note}`);
  assert.match(await said(page), /Third\./);

  // A safeguard changes under a step: shown before anything is recorded.
  await record(page, home, "views_heard", views(["placement"]));
  const heard = Number(/\d+$/.exec(page.url())[0]);
  await open(page, home, "placement_started");
  await open(boss, home, "correction", `?entry=${heard}`);
  await send(boss, { reason: "Another child.", withdraw: "yes" });
  await fill(page, { ...placement, ...deciding });
  await press(page, "go");
  assert.equal(await heading(page), "Somebody else wrote in between");
  assert.match(await said(page), /They speak her language\./);
  await boss.context().close();
});

test("hostile and foreign words are shown as they were typed, and never in titles or addresses", limit, async () => {
  const words = {
    script: "<script>alert(1)</script> & \"quotes\" 'single' </textarea><b>",
    turned: "abc \u202Edef\u202C ghi",
    emoji: "👩🏽‍⚕️ 🇻🇳",
    arabic: "محمد عبد الرحمن",
    vietnamese: "Nguyễn Thị Ánh Tuyết",
    greek: "Ἀλέξανδρος Παπαδόπουλος",
    cyrillic: "Щербаков Їжак",
    long: "ж".repeat(10_000),
  };
  const names = [words.arabic, words.vietnamese, words.greek, words.cyrillic];
  const home = await newCase(page, address, "Ōtāne <b>", { names: names.join("\n") });
  const asides = [];
  page.on("dialog", (dialog) => asides.push(dialog.message()));
  await page.goto(`${home}/entries/1`);
  for (const name of names) assert.ok((await page.content()).includes(name), name);
  for (const [kind, text] of Object.entries(words)) {
    const note = await record(page, home, "note", { text });
    await page.goto(`${home}/entries/${note}`);
    assert.equal(await page.locator(".t-typed").first().textContent(), text, kind);
    assert.equal(await page.locator("main script, main b").count(), 0, kind);
    // In a form again, letter for letter.
    await open(page, home, "correction", `?entry=${note}`);
    assert.equal(await page.inputValue('[name="replace.text"]'), text, kind);
  }
  await page.goto(home);
  assert.match(await page.locator("h1").innerText(), /Ōtāne <b>/);
  assert.deepEqual(asides, []);

  // A NUL cannot be kept: it is refused at its field, and the rest is kept.
  await open(page, home, "note");
  const form = await page.locator('form[action$="/record/note"]').evaluate((form) => new URLSearchParams(new FormData(form)).toString());
  const answer = await page.context().request.post(`${home}/record/note`, {
    headers: { "content-type": "application/x-www-form-urlencoded", origin: address },
    data: form.replace("text=", "text=before%00after"),
    maxRedirects: 0,
  });
  assert.equal(answer.status(), 422);
  assert.match(await answer.text(), /cannot be kept/);

  for (const path of ["", "/record", "/entries/1", "/record/note", "/record/correction?entry=1"]) {
    await page.goto(home + path);
    for (const secret of ["Ōtāne", ...names]) {
      assert.ok(!(await page.title()).includes(secret), path);
      assert.ok(!decodeURI(page.url()).includes(secret), path);
    }
  }
});

test("what is not there, or not for this person, is not found", limit, async () => {
  const home = await newCase(page, address, "Knot");
  for (const path of [
    `${address}/cases/00000000-0000-4000-8000-000000000000`,
    `${address}/cases/nonsense`,
    `${address}/nothing`,
    `${home}/entries/99`,
    `${home}/entries/x`,
    `${home}/recorded/99`,
    `${home}/duties/baseline/none@1`,
    `${home}/steps/note`,
    `${home}/record/nonsense`,
    `${home}/record/referral_received`,
  ]) {
    const answer = await page.goto(path);
    assert.ok([400, 404].includes(answer.status()), `${answer.status()} ${path}`);
    assert.ok((await heading(page)).length > 10, path);
  }

  const invited = await tutela("account", "invite", "--data", data.path, "--key-file", `${data.path}/training.key`);
  assert.equal(invited.code, 0, invited.err);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const other = await context.newPage();
  await other.goto(address + invited.out.split("\n")[0]);
  await fill(other, { account: "another", passphrase: "a long enough one", again: "a long enough one" });
  await other.getByRole("button", { name: "Make" }).click();
  await fill(other, { account: "another", passphrase: "a long enough one" });
  await other.getByRole("button", { name: "Sign in" }).click();
  assert.equal(await heading(other), "Today");
  await other.goto(`${address}/cases`);
  assert.equal(await other.locator(`a[href="${new URL(home).pathname}"]`).count(), 0);
  for (const path of ["", "/entries/1", "/record", "/record/note", "/recorded/1", "/steps/departed"]) {
    assert.equal((await other.goto(home + path)).status(), 404, path);
  }
  await context.close();
});

test("the authority's book: a supervisor writes, all read, and what is owed ends", limit, async () => {
  await page.goto(`${address}/authority`);
  assert.equal(await heading(page), "The authority");
  assert.match(await said(page), /A supervisor writes in this book/);
  assert.match(await said(page), /One focal point for requests about children/);
  await look(browser, page, "authority");
  // Who only reads is led to no form: neither from the list nor from the page that says why.
  assert.equal(await page.locator('main a[href*="/record/"]').count(), 0);
  await page.locator(".t-duty a").first().click();
  assert.equal(await heading(page), "Why is this due?");
  assert.equal(await page.locator('main a[href*="/record/"]').count(), 0);
  const book = `${address}/cases/00000000-0000-0000-0000-000000000000`;
  assert.equal((await page.goto(`${book}/record/focal_point_named`)).status(), 404);
  assert.equal((await page.goto(`${book}/record`)).status(), 200);
  assert.equal(await page.locator(".t-choices a").count(), 0, "nothing is offered to who may not write");

  const chief = await person(browser, address, "supervisor");
  await chief.goto(`${address}/authority`);
  await chief.getByRole("link", { name: "One focal point for requests about children", exact: true }).click();
  assert.equal(await heading(chief), "Enter a focal point");
  await send(chief, {
    country: "GB",
    ours: "yes",
    agency: "Central authority (training data)",
    tasks: [
      "requests_on_trafficked_children",
      "requests_on_unaccompanied_children",
      "passes_on_rapidly",
      "knows_contacts_elsewhere",
      "central_agency",
      "list_shared",
    ],
    contact: "Duty desk",
  });
  await chief.getByRole("link", { name: "Go to the authority’s page" }).click();
  assert.doesNotMatch((await chief.locator("#owed").locator("..").locator("> ul").innerText()), /focal point/);
  assert.match(await said(chief), /Central authority \(training data\)/);
  // What another entry replaces stays readable and is marked.
  assert.match(await said(chief), /Conduct of staff, 2014 No longer/);
  await chief.goto(`${book}`);
  assert.match(chief.url(), /\/authority$/);
  await look(browser, chief, "authority-supervisor");
  // No record of a child goes into the book, and none of the authority into a case.
  assert.equal((await chief.goto(`${book}/record/missing_reported`)).status(), 404);
  await chief.goto(`${address}/cases`);
  await chief.locator("tbody a").first().click();
  assert.equal((await chief.goto(`${chief.url()}/record/agency_registered`)).status(), 404);
  await chief.context().close();
});

test("the page of every case of the demonstration is small, the longest too", limit, async () => {
  const boss = await person(browser, address, "supervisor");
  await boss.goto(`${address}/cases?show=all`);
  const cases = await boss.locator("tbody a").evaluateAll((all) => all.map((a) => a.href));
  assert.ok(cases.length >= 20);
  let longest = 0;
  for (const home of cases) {
    const requests = [];
    boss.on("request", (request) => requests.push(request.url()));
    const html = await (await boss.goto(home)).text();
    boss.removeAllListeners("request");
    assert.ok(gzipSync(html).length <= 15 * 1024, `${gzipSync(html).length} bytes`);
    assert.ok(requests.length <= 4, requests.join("\n"));
    longest = Math.max(longest, await boss.locator(".t-event").count());
  }
  assert.ok(longest >= 40, `${longest} entries`);
  await boss.context().close();
});
