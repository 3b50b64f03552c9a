// Acts on a case that several journeys share: signing in, reporting, recording.
import assert from "node:assert/strict";
import { fill, heading, press, said } from "./harness.mjs";

/** A browser of one person, without scripts, signed in to the demonstration. */
export async function person(browser, address, account) {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1200, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${address}/sign-in`);
  await page.locator(`button[name="account"][value="${account}"]`).click();
  assert.match(page.url(), /\/today$/);
  return page;
}

/** Fills the open form and records it, past the check of the answers where there is one; the entry's number. */
export async function send(page, values) {
  await fill(page, values);
  await press(page, "go");
  if ((await heading(page)) === "Check your answers") await press(page, "record");
  const receipt = /\/recorded\/(\d+)$/.exec(page.url());
  assert.ok(receipt, `not recorded: ${page.url()}\n${await said(page)}`);
  return Number(receipt[1]);
}

/** Opens the form of a record type. */
export async function open(page, home, record, query = "") {
  await page.goto(`${home}/record/${record}${query}`);
}

/** Records something on a case. */
export async function record(page, home, type, values) {
  await open(page, home, type);
  return send(page, values);
}

const referral = {
  source: "police",
  circumstances: "Found in a flat above a nail bar.",
  immediate_danger: "no",
  company: "alone",
};

/** Reports a child and takes the case; the address of its page. */
export async function newCase(page, address, pseudonym, more = {}) {
  await page.goto(`${address}/report`);
  await send(page, { ...referral, ...more });
  const home = page.url().replace(/\/recorded\/\d+$/, "");
  await open(page, home, "referral_accepted");
  await fill(page, { pseudonym });
  await page.locator('[name="caseworker"]').selectOption({ label: "M. Sava (training)" });
  await press(page, "go");
  assert.match(page.url(), /\/recorded\/2$/);
  return home;
}

/** How many entries a case has, by its page. */
export async function entries(page, home) {
  await page.goto(home);
  return page.locator(".t-event").count();
}

export const placement = {
  kind: "foster",
  provider: "Foster family",
  emergency: "yes",
  unrelated_adults: "no",
  why_needed: "Nobody else cares for her.",
  why_suits: "They speak her language.",
  needed: "yes",
  suits: "yes",
  specialised: "yes",
  provider_has: ["conduct_policy", "reporting_procedure", "minimum_standards"],
};

/** What decides a step of our own, now and without haste. */
export const deciding = { "entry-basis": "deciding", "entry-urgent": "no" };

export const needs = {
  ...deciding,
  areas: ["safety", "health"],
  findings: "Sleeps badly.",
  sleeps: "Tonight, this year and for good: with a foster family.",
  needs_care: "yes",
  how_long: "Since spring, every day.",
  harm: "Burns on both hands.",
  covers: [
    "gender",
    "age",
    "maturity",
    "how_long",
    "how_exploited",
    "harm",
    "sleeps_tonight",
    "sleeps_medium_term",
    "sleeps_long_term",
    "alternative_care",
  ],
};

export const bestInterests = (occasion) => ({
  ...deciding,
  occasion,
  covers: [
    "views",
    "identity",
    "family_and_relations",
    "care_protection_safety",
    "vulnerability",
    "health",
    "education",
  ],
  findings: "An aunt who is known, a school, and nobody to fear.",
  sources: "The child, the guardian, the aunt, a doctor.",
  done_by: ["child_protection", "psychology"],
  took_part: ["child", "guardian", "lawyer"],
  migration_took_part: "no",
  individual_grounds: "yes",
  best_interests_first: "yes",
});

/** The panel that determines a solution. */
export const panel = {
  ...deciding,
  about: "solution",
  chair: "R. Moldovan",
  members: "R. Moldovan\nDr. S. Iliescu",
  agencies: ["child_protection", "health"],
  expertise: ["child_protection", "psychology"],
  child_protection_guides: "yes",
  migration_decides: "no",
  dossier: "Assessments, the inquiry, what the child says.",
};

/** One option that seems best after it was talked over with the child. */
export const weighed = (option) => ({
  ...deciding,
  option,
  proposal: "As the assessment describes it.",
  factors: ["safety_and_conditions","who_would_care","violence_or_poverty_at_home","insecurity","traffickers_at_large","feasibility","views","continuity_of_care","relationships","future"],
  pros: "Her aunt is here.",
  cons: "Far from her grandmother.",
  risks: "None that is known.",
  outcome: "seems_best",
  with_child: "yes",
});

/** One option, excluded after it was talked over with the child. */
export const excluded = (option) => ({
  ...deciding,
  option,
  proposal: "As the assessment describes it.",
  outcome: "excluded",
  why_excluded: "Nobody is there for the child.",
  with_child: "yes",
});

export const told = (topics) => ({
  topics,
  language: "vi",
  form: "spoken_with_interpreter",
  understood: "yes",
});

export const lawyer = {
  ...deciding,
  lawyer: "Inès Roy",
  role: "represents",
  appointed_by: "Bar association",
  free: "yes",
  qualified: "yes",
  independent: "yes",
  instead_of_guardian: "no",
};

export const views = (topics) => ({
  topics,
  heard: "yes",
  says: "Tôi muốn ở đây.",
  translation: "I want to stay here.",
  language: "vi",
  present: "Guardian",
  interpreter: "yes",
  weight: "Full weight.",
});
