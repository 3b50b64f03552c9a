// The form of every record type: opened, filled, sent once, and read back.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { newCase, open, person, send } from "./case.mjs";
import { folder, openBrowser, said, start, tutela } from "./harness.mjs";

let data;
let server;
let browser;

before(async () => {
  data = folder();
  [server, browser] = await Promise.all([start("demo", data.path), openBrowser()]);
});

after(async () => {
  await browser?.close();
  await server?.stop();
  data?.forget();
});

/** Something valid for every field of a record type, and the words that must be read again. */
function answers(record, fields, prefix = "") {
  const values = {};
  const words = [];
  for (const field of fields) {
    const name = prefix + field.name;
    const text = `${record} ${field.name} ${prefix}ö`;
    if (["line", "words", "names"].includes(field.control)) {
      values[name] = text;
      words.push(text);
    } else if (field.control === "one") {
      values[name] = field.codes.at(-1);
    } else if (field.control === "many") {
      values[name] = field.codes;
    } else if (field.control === "number") {
      values[name] = "17";
      words.push("17");
    } else if (field.control === "date") {
      // A birth lies behind, an end ahead.
      const year = field.name === "born" ? 2012 : 2031;
      values[name] = `${year}-03-09`;
      words.push(`9 March ${year}`);
    } else if (field.control.startsWith("yes-no")) {
      values[name] = "yes";
    } else if (field.control === "rows") {
      const inner = answers(record, field.rows, `${name}.1.`);
      Object.assign(values, inner.values);
      words.push(...inner.words);
    }
  }
  return { values, words };
}

// Where not every field can be given at once.
const without = {
  views_heard: ["why_not"],
  information_given: ["too_young"],
  order_carried_out: ["why_not"],
  correction: ["occurred", "withdraw", "replace", "entry"],
};

// Where not every answer fits with every other.
const fitting = {
  plan_drawn_up: { kind: "life_project" },
  goal_followed: { how: "handed_over" },
  plan_reviewed: { outcome: "changed" },
  transfer_answered: { answer: "accepted" },
  case_closed: { ground: "died" },
  residence_status: { conditions: ["none"] },
  age_verified: { result: "child" },
  identity_established: { nationality: "VN", second_nationality: "FR", found_nobody: "no" },
  identity_document: { state: "issued" },
  consent_given: { subject: "service" },
  interview_held: { who_present: ["guardian", "interpreter"], at_side: "guardian" },
  best_interests_assessment: { covers: ["views", "identity"] },
  correction: { withdraw: "yes" },
};

// Some of the types on one case, the rest on another, side by side. A case is closed when all else has been
// written in it, and opened again.
const ending = ["case_closed", "case_reopened"];

test("every record type", { timeout: 420_000 }, async () => {
  const types = JSON.parse((await tutela("pack", "facts", "--records", "--json")).out);
  assert.ok(types.length >= 120, `${types.length} record types`);
  const last = ending.map((name) => types.find((type) => type.name === name));
  const rest = types.filter((type) => type.name !== "referral_received" && !ending.includes(type.name));
  // What names an entry, and what may be named, stand on one case; the rest on the other.
  const names = (type) => type.fields.flatMap((field) => (field.control === "entry" ? [type.name, ...(field.names ?? [])] : []));
  const joined = new Set(rest.flatMap(names));
  const [one, other] = [rest.filter((type) => joined.has(type.name)), rest.filter((type) => !joined.has(type.name))];
  await Promise.all([recorded("Lapwing", one), recorded("Pipit", [...other, ...last])]);
  const verified = await tutela("verify", "--data", data.path);
  assert.match(verified.out, /all whole/);
});

const bare = (text) => text.replace(/[\u2066-\u2069]/g, "").replace(/\s+/g, " ").trim();

/** What the form calls its codes and its yes and no, by question: read from the form, before it is sent. */
async function labels(page, fields, values) {
  const asked = fields.filter(({ name, control }) => values[name] !== undefined && /^(one|many|yes-no.*)$/.test(control));
  const wanted = asked.map(({ name }) => [name, [values[name]].flat()]);
  const found = await page.evaluate((wanted) => {
    const own = (element) => [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join("");
    return wanted.map(([name, chosen]) => {
      const inputs = [...document.getElementsByName(name)];
      const select = inputs[0].localName === "select";
      const question = select ? inputs[0].labels[0] : inputs[0].closest("fieldset").querySelector("legend");
      const options = select ? [...inputs[0].options] : inputs;
      const label = (option) => (select ? option : option.labels[0]).textContent;
      return [own(question), options.filter((option) => chosen.includes(option.value)).map(label).join(" ")];
    });
  }, wanted);
  return found.map((pair) => pair.map(bare));
}

async function recorded(pseudonym, types) {
  const page = await person(browser, server.address, "supervisor");
  const home = await newCase(page, server.address, pseudonym);
  const book = `${server.address}/cases/00000000-0000-0000-0000-000000000000`;
  for (const type of types) {
    const fields = type.fields.filter((field) => !(without[type.name] ?? []).includes(field.name));
    const { values, words } = answers(type.name, fields);
    const stream = type.of_authority ? book : home;
    await open(page, stream, type.name, type.name === "correction" ? "?entry=3" : "");
    // What is chosen from the case is not typed.
    for (const name of ["duty", "alert", "safeguard", "step", "caseworker"]) {
      const select = page.locator(`select[name="${name}"]`);
      if (!(await select.count())) continue;
      delete values[name];
      words.splice(0, words.length, ...words.filter((word) => !word.includes(` ${name} `)));
      if (name === "safeguard") await select.selectOption("guardian-one-adult");
      else if (name === "step") await select.selectOption("guardian_appointed");
      else await select.selectOption({ index: 1 });
    }
    if (type.gated) values["entry-urgent"] = "no";
    if (await page.locator('[name="entry-basis"]').count()) values["entry-basis"] = "reported";
    Object.assign(values, fitting[type.name]);
    // A field that names an entry offers those that it may name, the newest first.
    for (const field of type.fields.filter((field) => field.control === "entry" && type.name !== "correction")) {
      await page.locator(`select[name="${field.name}"]`).selectOption({ index: 1 });
    }
    // A closing and a reopening happen now: neither is dated back before what is written.
    if (type.name !== "correction" && !ending.includes(type.name)) values["entry-occurred"] = new Date(Date.now() - 60_000).toISOString().slice(0, 16);
    const chosen = await labels(page, type.fields, values);
    const entry = await send(page, values);
    await page.goto(`${stream}/entries/${entry}`);
    const read = await said(page);
    for (const word of words) assert.ok(read.includes(word), `${type.name}: ${word}\n${read}`);
    // Each choice, at its own question.
    const shown = await page.locator(".govuk-summary-list__row").evaluateAll((rows) =>
      rows.map((row) => [row.querySelector("dt").textContent, row.querySelector("dd").innerText]),
    );
    const told = new Map(shown.map((pair) => pair.map(bare)));
    for (const [question, answer] of chosen) {
      assert.ok(answer, `${type.name}: ${question}`);
      assert.equal(told.get(question), answer, `${type.name}: ${question}`);
    }
    assert.doesNotMatch(read, /\[[a-z]+-/, type.name);
  }
}
