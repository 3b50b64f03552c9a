//! The CEL interpreter as oracle: random conditions about random cases, read by both.
//!
//! Whatever is unknown to us is filled in for the interpreter, in every way or in many. Whenever we
//! say true or false, the interpreter must say the same for each filling and in both readings.

use super::judge::{Ask, Rows};
use super::tests::at;
use super::tree::Tree;
use super::*;
use cel::common::ast::{CallExpr, ComprehensionExpr, Expr, LiteralValue, operators};
use cel::objects::Value as Cel;
use cel::parser::{Macro, MacroExprHelper};
use cel::{Context, Env, IdedExpr, Program};
use jiff::Timestamp;
use proptest::prelude::*;
use std::cell::Cell;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use tutela_domain::case::fold;
use tutela_domain::codes::Basis;
use tutela_domain::entry::{Author, Entry, Role};
use tutela_domain::facts::FACTS;
use tutela_domain::fields::{Control, FieldDef, Fields, Raw};
use tutela_domain::records::Record;
use tutela_domain::time::{Calendar, Occurred, Period};
use tutela_domain::value::{Kind, Truth};
use tutela_domain::world::World;

const PLACED: &[RecordType] = &[RecordType::PlacementStarted];
const RANGES: &[RecordType] = &[
    RecordType::PlacementStarted,
    RecordType::LibertyRestricted,
    RecordType::RiskAssessment,
    RecordType::AgePresumed,
];
/// The most fillings tried for one condition and case.
const MOST_FILLINGS: usize = 48;

/// Random choices that shrink: fewer and smaller numbers choose simpler things.
struct Choices<'c>(&'c [u16], Cell<usize>);

impl Choices<'_> {
    fn below(&self, n: usize) -> usize {
        let at = self.1.get();
        self.1.set(at + 1);
        self.0.get(at).map_or(0, |c| usize::from(*c) % n)
    }
    fn of<'i, T>(&self, items: &'i [T]) -> &'i T {
        &items[self.below(items.len())]
    }
}

// --- random conditions -------------------------------------------------------------------------

type Variables<'v> = [(&'v str, RecordType)];
type Named = (String, &'static [&'static str]);

fn codes_of(field: &FieldDef) -> &'static [&'static str] {
    match field.control {
        Control::One(list) | Control::Many(list) => list.codes,
        _ => &[],
    }
}

/// Names of a kind that may stand here, each with its codes.
fn names(kind: Kind, rows: &Variables<'_>) -> Vec<Named> {
    let mut names: Vec<Named> = FACTS
        .iter()
        // CEL keeps `return` for itself.
        .filter(|f| f.kind == kind && !f.of_authority && !f.of_step && !f.name.starts_with("return."))
        .map(|f| (f.name.to_owned(), f.codes.unwrap_or_default()))
        .collect();
    let mut add = |name: &str, record_type: RecordType| {
        let fields = record_type.fields();
        names.extend(
            fields
                .iter()
                .filter(|f| f.kind == Some(kind))
                .map(|f| (format!("{name}.{}", f.name), codes_of(f))),
        );
        if kind == Kind::Instant {
            names.push((format!("{name}.at"), &[]));
        }
    };
    for _ in 0..3 {
        for (name, record_type) in rows {
            add(name, *record_type);
        }
    }
    add("this", PLACED[0]);
    add("occasion", PLACED[0]);
    if rows.len() < 2 {
        for t in RANGES {
            add(&format!("records.{}.latest()", t.name()), *t);
        }
    }
    names
}

fn condition(c: &Choices<'_>, depth: usize, rows: &Variables<'_>) -> String {
    let leaf = depth == 0 || c.below(4) == 0;
    if leaf {
        return atom(c, rows);
    }
    match c.below(if rows.len() < 2 { 10 } else { 4 }) {
        0 => atom(c, rows),
        1 => format!(
            "({} && {})",
            condition(c, depth - 1, rows),
            condition(c, depth - 1, rows)
        ),
        2 => format!(
            "({} || {})",
            condition(c, depth - 1, rows),
            condition(c, depth - 1, rows)
        ),
        3 => format!("!({})", condition(c, depth - 1, rows)),
        range => {
            let record_type = *c.of(RANGES);
            let name = ["r", "s"][rows.len()];
            let inner: Vec<(&str, RecordType)> = rows.iter().copied().chain([(name, record_type)]).collect();
            let inner = condition(c, depth - 1, &inner);
            let records = format!("records.{}", record_type.name());
            match range {
                4 => format!("{records}.exists({name}, {inner})"),
                5 => format!("{records}.all({name}, {inner})"),
                6..=8 => format!("{records}.count({name}, {inner}) {} {}", c.of(ORDER), c.below(4)),
                _ => {
                    let fields: Vec<String> = record_type
                        .fields()
                        .iter()
                        .filter(|f| f.kind == Some(Kind::Truth))
                        .map(|f| f.name.to_owned())
                        .collect();
                    match fields.as_slice() {
                        [] => format!("{records}.latest({name}, {inner}).at < this.at"),
                        some => format!("{records}.latest({name}, {inner}).{}", c.of(some)),
                    }
                }
            }
        }
    }
}

const ORDER: &[&str] = &["==", "!=", "<", "<=", ">", ">="];

fn atom(c: &Choices<'_>, rows: &Variables<'_>) -> String {
    let any = |kind| c.of(&names(kind, rows)).clone();
    let quoted = |codes: &[&str]| format!("\"{}\"", c.of(codes));
    let none = |kind| names(kind, rows).is_empty();
    match c.below(12) {
        3 | 4 if none(Kind::Number) => any(Kind::Truth).0,
        7 if none(Kind::Codes) => any(Kind::Truth).0,
        1 => ["true", "false"][c.below(2)].to_owned(),
        2 => format!("{} {} {}", any(Kind::Truth).0, c.of(&ORDER[..2]), any(Kind::Truth).0),
        3 => format!("{} {} {}", any(Kind::Number).0, c.of(ORDER), c.below(20)),
        4 => format!("{} {} {}", any(Kind::Number).0, c.of(ORDER), any(Kind::Number).0),
        5 => {
            let (name, codes) = any(Kind::Code);
            format!("{name} {} {}", c.of(&ORDER[..2]), quoted(codes))
        }
        6 => {
            let (name, codes) = any(Kind::Code);
            format!("{name} in [{}, {}, {}]", quoted(codes), quoted(codes), quoted(codes))
        }
        7 => {
            let (name, codes) = any(Kind::Codes);
            format!("{} in {name}", quoted(codes))
        }
        8 => format!("{} {} {}", any(Kind::Instant).0, c.of(ORDER), any(Kind::Instant).0),
        9 => format!(
            "elapsed({}, \"{}\")",
            any(Kind::Instant).0,
            c.of(&["1 hour", "3 days", "1 month"])
        ),
        10 => {
            let records: Vec<&str> = ["this", "occasion"]
                .into_iter()
                .chain(rows.iter().map(|r| r.0))
                .collect();
            format!("follows({}, {})", c.of(&records), c.of(&records))
        }
        _ => any(Kind::Truth).0,
    }
}

// --- random cases ------------------------------------------------------------------------------

fn instant(c: &Choices<'_>) -> Timestamp {
    at("2026-03-01T00:00Z") + jiff::SignedDuration::from_hours(6 * i64::try_from(c.below(40)).unwrap())
}

fn given(c: &Choices<'_>, fields: &[FieldDef]) -> Fields {
    let mut given = Fields::new();
    for field in fields {
        if !field.required && c.below(2) == 0 {
            continue;
        }
        let raw = match field.control {
            Control::YesNo => Raw::text(*c.of(&["yes", "no"])),
            Control::YesNoUnknown => Raw::text(*c.of(&["yes", "no", "unknown"])),
            Control::One(list) => Raw::text(*c.of(list.codes)),
            Control::Many(list) => Raw::List((0..=c.below(3)).map(|_| Raw::text(*c.of(list.codes))).collect()),
            Control::Number => Raw::text(c.below(20).to_string()),
            Control::When | Control::Date => Raw::text("2026-03-01"),
            Control::Rows(of) => Raw::List(vec![Raw::Row(given_all(c, &of()))]),
            _ => Raw::text("words"),
        };
        given.insert(field.name.to_owned(), raw);
    }
    given
}

fn given_all(c: &Choices<'_>, fields: &[FieldDef]) -> Fields {
    given(c, fields)
}

fn random_entry(c: &Choices<'_>, seq: u64, record_type: RecordType) -> Option<Entry> {
    let mut fields = given(c, &record_type.fields());
    if record_type == RecordType::PlacementStarted {
        // Somebody is always named.
        fields.entry("provider".to_owned()).or_insert_with(|| Raw::text("P"));
    }
    let record = Record::read(record_type, &fields).ok()?;
    let from = instant(c);
    let to = if c.below(3) == 0 { instant(c).max(from) } else { from };
    Some(Entry {
        seq,
        record,
        occurred: Occurred { from, to },
        written: to,
        author: Author {
            staff: "a".to_owned(),
            role: Role::Caseworker,
            agency: "b".to_owned(),
        },
        basis: Basis::Reported,
        urgent: None,
        answers: Default::default(),
    })
}

fn random_value(c: &Choices<'_>, kind: Kind, codes: &[&'static str]) -> Value {
    if c.below(3) == 0 {
        return Value::Unknown;
    }
    match kind {
        Kind::Truth => (c.below(2) == 0).into(),
        Kind::Number => Value::Number(i64::try_from(c.below(20)).unwrap()),
        Kind::Code => Value::Code((*c.of(codes)).to_owned()),
        Kind::Codes => Value::Codes(vec![(*c.of(codes)).to_owned()]),
        Kind::Instant => Value::Instant(instant(c)),
    }
}

// --- the oracle --------------------------------------------------------------------------------

/// Gives a value to everything that is unknown: one of a few of its kind.
struct Filling {
    number: usize,
    holes: Cell<usize>,
}

impl Filling {
    fn choose(&self, n: usize) -> usize {
        let hole = self.holes.get();
        self.holes.set(hole + 1);
        // The first fillings set every hole alike, the others mix.
        if self.number < 2 {
            return self.number % n;
        }
        let mixed = (self.number.wrapping_mul(0x9E37_79B9) ^ hole.wrapping_mul(0x85EB_CA6B)).wrapping_mul(0xC2B2_AE35);
        (mixed >> 13) % n
    }

    fn cel(&self, value: &Value, kind: Kind, codes: &[&'static str]) -> Cel {
        match value {
            Value::Truth(Truth::True) => true.into(),
            Value::Truth(Truth::False) => false.into(),
            Value::Number(n) => (*n).into(),
            Value::Code(code) => code.as_str().into(),
            Value::Codes(codes) => codes.iter().map(|c| Cel::from(c.as_str())).collect::<Vec<Cel>>().into(),
            Value::Instant(at) => at.as_second().into(),
            Value::Truth(Truth::Unknown) | Value::Unknown => match kind {
                Kind::Truth => (self.choose(2) == 0).into(),
                Kind::Number => [0i64, 1, 5, 12, 19, 1000][self.choose(6)].into(),
                Kind::Code => codes[self.choose(codes.len())].into(),
                Kind::Codes => {
                    let from = self.choose(codes.len());
                    let some = &codes[from..(from + self.choose(3)).min(codes.len())];
                    some.iter().map(|c| Cel::from(*c)).collect::<Vec<Cel>>().into()
                }
                Kind::Instant => {
                    let hours = [-2000i64, 0, 30, 100, 5000][self.choose(5)];
                    (at("2026-03-01T00:00Z").as_second() + hours * 3600).into()
                }
            },
        }
    }

    fn record(&self, record_type: RecordType, entry: Option<(&Entry, &View<'_>)>) -> Cel {
        let mut map: HashMap<String, Cel> = HashMap::new();
        for field in record_type.fields() {
            if let Some(kind) = field.kind {
                let value = entry.and_then(|(e, _)| e.record.value_of(field.name));
                let value = value.unwrap_or(Value::Unknown);
                map.insert(field.name.to_owned(), self.cel(&value, kind, codes_of(&field)));
            }
        }
        let happened = entry.map_or(Value::Unknown, |(e, v)| Value::Instant(v.effect(e)));
        map.insert("at".to_owned(), self.cel(&happened, Kind::Instant, &[]));
        let seq = entry.map_or(0, |(e, _)| e.seq);
        map.insert("seq".to_owned(), i64::try_from(seq).unwrap().into());
        let number = entry.map_or(Value::Unknown, |(e, _)| Value::Number(i64::try_from(e.seq).unwrap()));
        map.insert("number".to_owned(), self.cel(&number, Kind::Number, &[]));
        map.into()
    }
}

fn order(record: &Cel) -> (i64, i64) {
    let part = |name: &str| match record {
        Cel::Map(map) => match map.get(&cel::objects::Key::from(name)) {
            Some(Cel::Int(n)) => *n,
            other => panic!("{name} is {other:?}"),
        },
        other => panic!("{other:?}"),
    };
    (part("at"), part("seq"))
}

/// `target.name(v, condition)` as a loop: `step` gives what is kept from what was and the condition.
fn looped(
    name: &str,
    arguments: usize,
    begin: fn(&mut MacroExprHelper<'_>, &IdedExpr) -> IdedExpr,
    kept: fn(&mut MacroExprHelper<'_>, IdedExpr, &str) -> IdedExpr,
) -> Macro {
    Macro::receiver(name, arguments, move |helper, target, args| {
        let target = target.take().unwrap();
        let condition = args.pop();
        let variable = match args.pop().map(|v| v.expr) {
            Some(Expr::Ident(name)) => name,
            _ => "any".to_owned(),
        };
        let begin = begin(helper, &target);
        let accu = helper.next_expr(Expr::Ident("@result".to_owned()));
        let keep = kept(helper, accu.clone(), &variable);
        let step = match condition {
            None => keep,
            Some(condition) => helper.next_expr(Expr::Call(CallExpr {
                func_name: operators::CONDITIONAL.to_owned(),
                target: None,
                args: vec![condition, keep, accu.clone()],
            })),
        };
        let always = helper.next_expr(Expr::Literal(LiteralValue::Boolean(true.into())));
        Ok(Some(helper.next_expr(Expr::Comprehension(Box::new(
            ComprehensionExpr {
                iter_range: target,
                iter_var: variable,
                iter_var2: None,
                accu_var: "@result".to_owned(),
                accu_init: begin,
                loop_cond: always,
                loop_step: step,
                result: accu,
            },
        )))))
    })
}

fn blank(helper: &mut MacroExprHelper<'_>, target: &IdedExpr) -> IdedExpr {
    let Expr::Select(select) = &target.expr else {
        panic!("{target:?}")
    };
    helper.next_expr(Expr::Ident(format!("blank_{}", select.field)))
}

fn oracle_env() -> Env {
    let mut env = Env::stdlib();
    let zero = |h: &mut MacroExprHelper<'_>, _: &IdedExpr| h.next_expr(Expr::Literal(LiteralValue::Int(0.into())));
    let one_more = |h: &mut MacroExprHelper<'_>, accu: IdedExpr, _: &str| {
        let one = h.next_expr(Expr::Literal(LiteralValue::Int(1.into())));
        h.next_expr(Expr::Call(CallExpr {
            func_name: operators::ADD.to_owned(),
            target: None,
            args: vec![accu, one],
        }))
    };
    let newer =
        |h: &mut MacroExprHelper<'_>, _: IdedExpr, variable: &str| h.next_expr(Expr::Ident(variable.to_owned()));
    env.add_macro(looped("count", 2, zero, one_more)).unwrap();
    env.add_macro(looped("latest", 2, blank, newer)).unwrap();
    env.add_macro(looped("latest", 0, blank, newer)).unwrap();
    env
}

struct Asked<'a> {
    facts: &'a BTreeMap<&'static str, Value>,
    this: &'a Entry,
    occasion: &'a Entry,
}

fn oracle(
    (program, env): &(Program, Arc<Env>),
    view: &View<'_>,
    asked: &Asked<'_>,
    number: usize,
) -> Result<Cel, String> {
    let fill = Filling {
        number,
        holes: Cell::new(0),
    };
    let mut context = Context::with_env(Arc::clone(env));
    for fact in FACTS {
        let value = fill.cel(&asked.facts[fact.name], fact.kind, fact.codes.unwrap_or_default());
        context.add_variable_from_value(fact.name, value);
    }
    context.add_variable_from_value("this", fill.record(PLACED[0], Some((asked.this, view))));
    context.add_variable_from_value("occasion", fill.record(PLACED[0], Some((asked.occasion, view))));
    let mut records: HashMap<String, Cel> = HashMap::new();
    for record_type in RANGES {
        let mut entries: Vec<&Entry> = view.all(*record_type).collect();
        entries.sort_by_key(|e| view.order(e));
        let list: Vec<Cel> = entries
            .iter()
            .map(|e| fill.record(*record_type, Some((e, view))))
            .collect();
        records.insert(record_type.name().to_owned(), list.into());
        context.add_variable_from_value(format!("blank_{}", record_type.name()), fill.record(*record_type, None));
    }
    context.add_variable_from_value("records", records);
    let (now, calendar) = (view.at(), view.case.calendar.clone());
    context
        .add_function("follows", |a: Cel, b: Cel| order(&a) > order(&b))
        .unwrap();
    context
        .add_function("elapsed", move |from: i64, period: Arc<String>| {
            let period = Period::parse(&period).unwrap();
            now >= calendar.after(Timestamp::from_second(from).unwrap(), period, &Reckoning::default())
        })
        .unwrap();
    program.execute(&context).map_err(|e| e.to_string())
}

/// Asks both; gives our answer.
fn compare(choices: &[u16]) -> Truth {
    let c = Choices(choices, Cell::new(0));
    let text = condition(&c, 3, &[]);
    let reckoning = Reckoning::default();
    let signature = Signature {
        this: Some(PLACED),
        newest: false,
        step: false,
        occasion: Some(PLACED),
        authority: false,
        reckoning: Some(&reckoning),
    };
    let tree: Tree = match checked(&text, &signature) {
        Ok(tree) => tree,
        Err(error) if error.what.contains("parts") || error.what.contains("longer") => return Truth::Unknown,
        Err(error) => panic!("{text}\n{error}"),
    };
    let facts: BTreeMap<&'static str, Value> = FACTS
        .iter()
        .map(|f| (f.name, random_value(&c, f.kind, f.codes.unwrap_or_default())))
        .collect();
    let entries: Vec<Arc<Entry>> = (0..c.below(8))
        .filter_map(|n| {
            let record_type = *c.of(RANGES);
            random_entry(&c, u64::try_from(n).unwrap() + 1, record_type).map(Arc::new)
        })
        .collect();
    let (Some(this), Some(occasion)) = (random_entry(&c, 99, PLACED[0]), random_entry(&c, 50, PLACED[0])) else {
        return Truth::Unknown;
    };
    let case = fold(&Calendar::named("UTC").unwrap(), &entries, Timestamp::MAX);
    let world = World::default();
    let moment = Moment::at(&case, &world, instant(&c));
    let scope = Scope {
        moment,
        this: Some(&this),
        occasion: Some(&occasion),
    };
    let fact = |fact: &'static Fact, _: Option<&View<'_>>| facts[fact.name].clone();
    let ask = Ask {
        scope: &scope,
        fact: &fact,
        reckoning: &reckoning,
    };
    let ours = ask.truth(&tree, None, Rows::default());
    if ours != Truth::Unknown {
        let asked = Asked {
            facts: &facts,
            this: &this,
            occasion: &occasion,
        };
        let env = oracle_env();
        let program = (env.compile(&text).unwrap(), Arc::new(env));
        for view in [&moment.earliest, &moment.latest] {
            for number in 0..MOST_FILLINGS {
                let theirs = oracle(&program, view, &asked, number);
                assert_eq!(
                    theirs,
                    Ok(Cel::Bool(ours.is_true())),
                    "{text}\nfilling {number}, {:?}",
                    view.reading
                );
            }
        }
        if let Some(always) = constant::constant(&tree) {
            assert_eq!(ours, always.into(), "{text} was found to be constant");
        }
    }
    ours
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 800, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn whatever_we_know_the_interpreter_says_too(choices in prop::collection::vec(any::<u16>(), 150..400)) {
        compare(&choices);
    }
}

/// The test above would pass if we never knew anything.
#[test]
fn much_is_known() {
    let mut seen: HashMap<Truth, usize> = HashMap::new();
    let mut state: u32 = 7;
    for _ in 0..300 {
        let choices: Vec<u16> = (0..300)
            .map(|_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                u16::try_from(state >> 16).unwrap()
            })
            .collect();
        *seen.entry(compare(&choices)).or_default() += 1;
    }
    for truth in [Truth::True, Truth::False, Truth::Unknown] {
        assert!(seen.get(&truth).copied().unwrap_or(0) >= 30, "{seen:?}");
    }
}
