//! From a syntax tree to one whose names and types are known.

use super::judge::MOST_RANGES;
use super::parse::{Parsed, unescaped};
use super::tree::{Op, Part, Range, Subject, Tree};
use super::{ConditionError, Signature};
use crate::suggest;
use cel::IdedExpr;
use cel::common::ast::{CallExpr, Expr, LiteralValue, SelectExpr, operators};
use tutela_domain::facts::{FACTS, Fact};
use tutela_domain::fields::Control;
use tutela_domain::records::RecordType;
use tutela_domain::time::{Period, Unit};
use tutela_domain::value::Kind;

type CodesOf = &'static [&'static str];

/// The type of a part.
#[derive(Clone, Debug, PartialEq)]
enum Type {
    Truth,
    Number,
    Instant,
    /// A code of this list.
    Code(CodesOf),
    /// Several codes of this list.
    Codes(CodesOf),
    /// A text in quotes.
    Text(String),
    /// Texts in brackets.
    Texts(Vec<String>),
    /// Numbers in brackets.
    Numbers,
}

impl Type {
    fn words(&self) -> &'static str {
        match self {
            Self::Truth => "true or false",
            Self::Number => "a whole number",
            Self::Instant => "an instant",
            Self::Code(_) => "a code",
            Self::Codes(_) => "a list of codes",
            Self::Text(_) => "a text in quotes",
            Self::Texts(_) => "texts in brackets",
            Self::Numbers => "numbers in brackets",
        }
    }
}

type Typed = Result<(Tree, Type), ConditionError>;

/// Checks a parsed condition.
pub(super) fn check(parsed: &Parsed, signature: &Signature<'_>) -> Result<Tree, ConditionError> {
    let mut checker = Checker {
        parsed,
        signature,
        variables: Vec::new(),
    };
    checker.truth(&parsed.root)
}

struct Checker<'c> {
    parsed: &'c Parsed,
    signature: &'c Signature<'c>,
    variables: Vec<(String, RecordType)>,
}

impl Checker<'_> {
    fn error(&self, at: &IdedExpr, what: impl Into<String>, remedy: impl Into<String>) -> ConditionError {
        ConditionError::new(self.parsed.start(at), what, remedy)
    }

    fn truth(&mut self, expr: &IdedExpr) -> Result<Tree, ConditionError> {
        match self.typed(expr)? {
            (tree, Type::Truth) => Ok(tree),
            (_, other) => Err(self.error(
                expr,
                format!("this is {}, where true or false is wanted", other.words()),
                "Compare it, for example with `==`, `in` or `>=`.",
            )),
        }
    }

    fn typed(&mut self, expr: &IdedExpr) -> Typed {
        match &expr.expr {
            Expr::Literal(literal) => self.literal(expr, literal),
            Expr::Ident(name) => Err(self.bare(expr, &unescaped(name))),
            Expr::Select(select) => self.select(expr, select),
            Expr::List(list) => self.list(expr, &list.elements),
            Expr::Call(call) => match &call.target {
                Some(target) => self.method(expr, call, target),
                None => self.operator(expr, call),
            },
            _ => Err(self.error(
                expr,
                "conditions do not have this form",
                "The forms stand in docs/PACKS.md.",
            )),
        }
    }

    fn literal(&self, expr: &IdedExpr, literal: &LiteralValue) -> Typed {
        match literal {
            LiteralValue::Boolean(b) => Ok((Tree::Truth(*b.inner()), Type::Truth)),
            LiteralValue::Int(n) => Ok((Tree::Number(*n.inner()), Type::Number)),
            LiteralValue::String(s) => Ok((Tree::Code(s.inner().to_owned()), Type::Text(s.inner().to_owned()))),
            _ => Err(self.error(
                expr,
                "conditions do not have such values",
                "Use true, false, a whole number, or a code in quotes.",
            )),
        }
    }

    fn bare(&self, expr: &IdedExpr, name: &str) -> ConditionError {
        let known = ["this", "occasion", "records"].contains(&name) || self.variables.iter().any(|(v, _)| v == name);
        if known {
            return self.error(
                expr,
                format!("`{name}` alone says nothing"),
                format!("Name a field of it, as `{name}.…`."),
            );
        }
        self.error(expr, format!("there is no `{name}`"), suggest::fact(name))
    }

    fn list(&mut self, expr: &IdedExpr, elements: &[IdedExpr]) -> Typed {
        let (mut texts, mut numbers) = (Vec::new(), Vec::new());
        for element in elements {
            match self.typed(element)? {
                (_, Type::Text(text)) => texts.push(text),
                (Tree::Number(number), _) => numbers.push(number),
                _ => {
                    return Err(self.error(
                        element,
                        "brackets may hold only codes in quotes, or whole numbers",
                        "Write for example [\"prison\", \"police_cell\"].",
                    ));
                }
            }
        }
        match (texts.is_empty(), numbers.is_empty()) {
            (false, true) => Ok((Tree::Codes(texts.clone()), Type::Texts(texts))),
            (true, false) => Ok((Tree::Numbers(numbers), Type::Numbers)),
            (true, true) => Err(self.error(expr, "these brackets are empty", "Name at least one code.")),
            (false, false) => Err(self.error(
                expr,
                "brackets hold codes or numbers, not both",
                "Write two comparisons joined by `||`.",
            )),
        }
    }

    // --- names ---------------------------------------------------------------------------------

    fn subject(&self, name: &str) -> Option<Result<Subject, &'static str>> {
        let may = |types: Option<&[RecordType]>, of: fn(Vec<RecordType>) -> Subject, why| match types {
            Some(types) => Ok(of(types.to_vec())),
            None => Err(why),
        };
        if let Some(depth) = self.variables.iter().rposition(|(v, _)| v == name) {
            let record_type = self.variables.get(depth).map(|(_, t)| *t)?;
            return Some(Ok(Subject::Row(depth, name.to_owned(), record_type)));
        }
        match name {
            "this" => Some(may(
                self.signature.this,
                Subject::This,
                "`this` (the record that is judged) stands only in the `when`, `require` of a safeguard and in `where`.",
            )),
            "occasion" => Some(may(
                self.signature.occasion,
                Subject::Occasion,
                "`occasion` (the record that is answered) stands only in rules with `on`.",
            )),
            _ => None,
        }
    }

    fn select(&mut self, expr: &IdedExpr, select: &SelectExpr) -> Typed {
        match &select.operand.expr {
            Expr::Ident(root) => {
                let root = unescaped(root);
                match self.subject(&root) {
                    Some(Ok(Subject::This(types))) if self.signature.newest => {
                        self.of_newest(expr, &types, &select.field)
                    }
                    Some(Ok(subject)) => self.field(expr, &subject, &select.field),
                    Some(Err(why)) => Err(self.error(expr, format!("there is no `{root}` here"), why)),
                    None if root == "records" => Err(self.error(
                        expr,
                        format!("`records.{}` alone says nothing", select.field),
                        "Ask `.exists(r, …)`, `.all(r, …)`, `.count(r, …)` or `.latest().<field>`.",
                    )),
                    None => self.fact(expr, &format!("{root}.{}", select.field)),
                }
            }
            Expr::Call(call) if call.func_name == "latest" && call.target.is_some() => {
                let range = self.range(&select.operand, call)?;
                self.part_of(expr, range, &select.field)
            }
            _ => Err(self.error(
                expr,
                "a name has two parts, as `risk.current` or `this.kind`",
                "`tutela pack facts` prints the facts.",
            )),
        }
    }

    /// A part of the newest record of a range.
    fn part_of(&self, expr: &IdedExpr, range: Range, name: &str) -> Typed {
        let row = Subject::Row(range.depth, range.variable.clone(), range.record_type);
        let (tree, kind) = self.field(expr, &row, name)?;
        let part = match tree {
            Tree::At(_) => Part::At,
            _ => Part::Field(name.to_owned()),
        };
        Ok((Tree::Latest(range, part), kind))
    }

    /// A part of `this`, where it is the newest record of its type.
    fn of_newest(&self, expr: &IdedExpr, types: &[RecordType], name: &str) -> Typed {
        let range = self.newest_of(expr, types)?;
        self.part_of(expr, range, name)
    }

    fn newest_of(&self, expr: &IdedExpr, types: &[RecordType]) -> Result<Range, ConditionError> {
        let &[record_type] = types else {
            return Err(self.error(
                expr,
                "with several steps, `this` could be the newest of any of them",
                "Say in `remedy`, without `this`, what ends a breach; or write one safeguard for each step.",
            ));
        };
        Ok(Range {
            record_type,
            depth: self.variables.len(),
            variable: "this".to_owned(),
            condition: None,
        })
    }

    fn fact(&self, expr: &IdedExpr, name: &str) -> Typed {
        let Some(fact) = Fact::of(name) else {
            return Err(self.error(expr, format!("there is no fact `{name}`"), suggest::fact(name)));
        };
        if self.signature.authority != fact.of_authority {
            return Err(if fact.of_authority {
                self.error(
                    expr,
                    format!("`{name}` speaks of the authority, this rule of one case"),
                    "Make it a duty with `about = \"authority\"`.",
                )
            } else {
                self.error(
                    expr,
                    format!("`{name}` speaks of one case, this rule of the authority"),
                    "Use facts that begin with `authority.`.",
                )
            });
        }
        if fact.of_step && !self.signature.step {
            return Err(self.error(
                expr,
                format!("`{name}` is known only where a step is judged"),
                "Only `when` and `require` of a safeguard may speak of it.",
            ));
        }
        let kind = match (fact.kind, fact.codes) {
            (Kind::Truth, _) => Type::Truth,
            (Kind::Number, _) => Type::Number,
            (Kind::Instant, _) => Type::Instant,
            (Kind::Code, codes) => Type::Code(codes.unwrap_or_default()),
            (Kind::Codes, codes) => Type::Codes(codes.unwrap_or_default()),
        };
        Ok((Tree::Fact(fact), kind))
    }

    /// A field that every record type of the subject has, with one type.
    fn field(&self, expr: &IdedExpr, subject: &Subject, name: &str) -> Typed {
        if name == "at" {
            return Ok((Tree::At(subject.clone()), Type::Instant));
        }
        if name == "number" {
            return Ok((Tree::Field(subject.clone(), name.to_owned()), Type::Number));
        }
        let mut found: Option<(Type, RecordType)> = None;
        for record_type in subject.types() {
            let fields = record_type.fields();
            let Some(field) = fields.iter().find(|f| f.name == name) else {
                let names = fields.iter().filter(|f| f.kind.is_some()).map(|f| f.name);
                return Err(self.error(
                    expr,
                    format!("the record `{}` has no field `{name}`", record_type.name()),
                    suggest::remedy(name, names.chain(["at", "number"])),
                ));
            };
            let kind = match (field.kind, field.control) {
                (Some(Kind::Truth), _) => Type::Truth,
                (Some(Kind::Number), _) => Type::Number,
                (Some(Kind::Instant), _) => Type::Instant,
                (Some(Kind::Code), Control::One(list)) => Type::Code(list.codes),
                (Some(Kind::Codes), Control::Many(list)) => Type::Codes(list.codes),
                _ => {
                    return Err(self.error(
                        expr,
                        format!("no rule reads the field `{name}` of `{}`", record_type.name()),
                        "Rules read codes, numbers, yes and no; never names, words or written dates.",
                    ));
                }
            };
            match &found {
                Some((before, other)) if *before != kind => {
                    return Err(self.error(
                        expr,
                        format!(
                            "`{name}` is not the same in `{}` and in `{}`",
                            other.name(),
                            record_type.name()
                        ),
                        "Write one rule for each record type.",
                    ));
                }
                Some(_) => {}
                None => found = Some((kind, *record_type)),
            }
        }
        match found {
            Some((kind, _)) => Ok((Tree::Field(subject.clone(), name.to_owned()), kind)),
            None => Err(self.error(expr, "there is no record here", "Name a record type.")),
        }
    }

    // --- ranges --------------------------------------------------------------------------------

    fn method(&mut self, expr: &IdedExpr, call: &CallExpr, target: &IdedExpr) -> Typed {
        let of_records =
            matches!(&target.expr, Expr::Select(s) if matches!(&s.operand.expr, Expr::Ident(r) if r == "records"));
        if !of_records {
            return Err(self.error(
                expr,
                format!("`.{}()` can be asked of records only", call.func_name),
                "Write for example records.placement_started.exists(r, r.kind == \"foster\").",
            ));
        }
        match call.func_name.as_str() {
            "exists" => Ok((Tree::Exists(self.range(expr, call)?), Type::Truth)),
            "all" => Ok((Tree::All(self.range(expr, call)?), Type::Truth)),
            "count" => Ok((Tree::Count(self.range(expr, call)?), Type::Number)),
            "latest" => Err(self.error(
                expr,
                "`.latest()` alone says nothing",
                "Name a field of the record, as `.latest().kind`.",
            )),
            other => Err(self.error(
                expr,
                format!("there is no `.{other}()`"),
                suggest::remedy(other, ["exists", "all", "count", "latest"]),
            )),
        }
    }

    fn range(&mut self, expr: &IdedExpr, call: &CallExpr) -> Result<Range, ConditionError> {
        if self.signature.authority {
            return Err(self.error(
                expr,
                "a rule of the authority has no records of a case",
                "Use facts that begin with `authority.`.",
            ));
        }
        let name = match call.target.as_deref().map(|t| &t.expr) {
            Some(Expr::Select(select)) if matches!(&select.operand.expr, Expr::Ident(r) if r == "records") => {
                &select.field
            }
            _ => {
                return Err(self.error(
                    expr,
                    format!("`.{}()` can be asked of records only", call.func_name),
                    "Write for example records.needs_assessment.latest().needs_care.",
                ));
            }
        };
        let Some(record_type) = RecordType::of(name) else {
            return Err(self.error(
                expr,
                format!("there is no record type `{name}`"),
                suggest::remedy(name, RecordType::ALL.iter().map(|t| t.name())),
            ));
        };
        let depth = self.variables.len();
        if depth >= MOST_RANGES {
            return Err(self.error(
                expr,
                "ranges of records stand at most two deep in each other",
                "Split the rule, or ask for a fact that says it.",
            ));
        }
        match (call.args.as_slice(), call.func_name.as_str()) {
            ([], "latest") => Ok(Range {
                record_type,
                depth,
                variable: String::new(),
                condition: None,
            }),
            ([variable, condition], _) => {
                let Expr::Ident(variable) = &variable.expr else {
                    return Err(self.error(variable, "here a name for the record is wanted", "Write (r, r.…)."));
                };
                let roots = FACTS.iter().filter_map(|f| f.name.split('.').next());
                let taken = ["this", "occasion", "records"]
                    .into_iter()
                    .chain(roots)
                    .any(|r| r == variable);
                if taken || variable.starts_with('.') || self.variables.iter().any(|(v, _)| v == variable) {
                    return Err(self.error(
                        expr,
                        format!("the name `{variable}` already means something"),
                        "Call the record `r`.",
                    ));
                }
                self.variables.push((variable.clone(), record_type));
                let checked = self.truth(condition);
                self.variables.pop();
                Ok(Range {
                    record_type,
                    depth,
                    variable: variable.clone(),
                    condition: Some(Box::new(checked?)),
                })
            }
            _ => Err(self.error(
                expr,
                format!("`.{}` wants a name for the record and a condition", call.func_name),
                format!("Write records.{name}.{}(r, …).", call.func_name),
            )),
        }
    }

    // --- operators and functions ---------------------------------------------------------------

    fn operator(&mut self, expr: &IdedExpr, call: &CallExpr) -> Typed {
        let op = match (call.func_name.as_str(), call.args.as_slice()) {
            (operators::LOGICAL_AND, parts) => return self.joined(parts, operators::LOGICAL_AND, Tree::And),
            (operators::LOGICAL_OR, parts) => return self.joined(parts, operators::LOGICAL_OR, Tree::Or),
            (operators::LOGICAL_NOT, [part]) => return Ok((Tree::Not(Box::new(self.truth(part)?)), Type::Truth)),
            (operators::IN, [a, b]) => return self.member(expr, a, b),
            ("follows", args) => return self.follows(expr, args),
            ("elapsed", args) => return self.elapsed(expr, args),
            ("given", args) => return self.given(expr, args),
            (operators::EQUALS, _) => Op::Same,
            (operators::NOT_EQUALS, _) => Op::Other,
            (operators::LESS, _) => Op::Less,
            (operators::LESS_EQUALS, _) => Op::AtMost,
            (operators::GREATER, _) => Op::More,
            (operators::GREATER_EQUALS, _) => Op::AtLeast,
            (other, _) => {
                return Err(self.error(
                    expr,
                    format!("there is no function `{other}`"),
                    suggest::remedy(other, ["follows", "elapsed", "given"]),
                ));
            }
        };
        match call.args.as_slice() {
            [a, b] => self.compared(expr, op, a, b),
            _ => Err(self.error(expr, "a comparison has two sides", "Write a == b.")),
        }
    }

    fn joined(&mut self, parts: &[IdedExpr], function: &str, join: fn(Vec<Tree>) -> Tree) -> Typed {
        let mut flat = Vec::new();
        self.flatten(parts, function, &mut flat)?;
        Ok((join(flat), Type::Truth))
    }

    fn flatten(&mut self, parts: &[IdedExpr], function: &str, into: &mut Vec<Tree>) -> Result<(), ConditionError> {
        for part in parts {
            match &part.expr {
                Expr::Call(call) if call.func_name == function && call.target.is_none() => {
                    self.flatten(&call.args, function, into)?;
                }
                _ => into.push(self.truth(part)?),
            }
        }
        Ok(())
    }

    fn compared(&mut self, expr: &IdedExpr, op: Op, a: &IdedExpr, b: &IdedExpr) -> Typed {
        let ((left, left_type), (right, right_type)) = (self.typed(a)?, self.typed(b)?);
        let kind = match (&left_type, &right_type) {
            (Type::Truth, Type::Truth) => Kind::Truth,
            (Type::Number, Type::Number) => Kind::Number,
            (Type::Instant, Type::Instant) => Kind::Instant,
            (Type::Code(codes), Type::Text(text)) => self.code(b, text, codes)?,
            (Type::Text(text), Type::Code(codes)) => self.code(a, text, codes)?,
            (Type::Code(x), Type::Code(y)) if x == y => Kind::Code,
            (Type::Codes(_), _) | (_, Type::Codes(_)) => {
                return Err(self.error(
                    expr,
                    "a list of codes is not compared",
                    "Ask for membership, as `\"phone\" in this.measures`.",
                ));
            }
            _ => return Err(self.unlike(expr, &left_type, &right_type)),
        };
        if !matches!(op, Op::Same | Op::Other) && !matches!(kind, Kind::Number | Kind::Instant) {
            return Err(self.error(
                expr,
                format!("{} has no order", left_type.words()),
                "Compare with `==`, `!=` or `in`.",
            ));
        }
        Ok((Tree::Compare(op, kind, Box::new(left), Box::new(right)), Type::Truth))
    }

    fn unlike(&self, expr: &IdedExpr, a: &Type, b: &Type) -> ConditionError {
        let lists = matches!((a, b), (Type::Code(_), Type::Code(_) | Type::Codes(_)));
        if lists {
            return self.error(
                expr,
                "these codes are of two lists",
                "Compare each with a code in quotes.",
            );
        }
        self.error(
            expr,
            format!("{} is compared with {}", a.words(), b.words()),
            "Compare two of one kind.",
        )
    }

    fn code(&self, at: &IdedExpr, text: &str, codes: CodesOf) -> Result<Kind, ConditionError> {
        if codes.contains(&text) {
            return Ok(Kind::Code);
        }
        Err(self.error(
            at,
            format!("there is no code \"{text}\" in this list"),
            suggest::remedy(text, codes.iter().copied()),
        ))
    }

    fn member(&mut self, expr: &IdedExpr, a: &IdedExpr, b: &IdedExpr) -> Typed {
        let ((left, left_type), (right, right_type)) = (self.typed(a)?, self.typed(b)?);
        match (&left_type, &right_type) {
            (Type::Number, Type::Numbers) => {}
            (Type::Code(codes), Type::Texts(texts)) => {
                for text in texts {
                    self.code(b, text, codes)?;
                }
            }
            (Type::Text(text), Type::Codes(codes)) => {
                self.code(a, text, codes)?;
            }
            (Type::Code(x), Type::Codes(y)) if x == y => {}
            (_, Type::Codes(_) | Type::Texts(_) | Type::Numbers) => {
                return Err(self.unlike(expr, &left_type, &right_type));
            }
            _ => {
                return Err(self.error(
                    b,
                    format!("{} holds no members", right_type.words()),
                    "After `in` stands a field with several codes, or codes in brackets.",
                ));
            }
        }
        Ok((Tree::In(Box::new(left), Box::new(right)), Type::Truth))
    }

    fn follows(&self, expr: &IdedExpr, args: &[IdedExpr]) -> Typed {
        let record = |arg: &IdedExpr| match &arg.expr {
            Expr::Ident(name) => match self.subject(name) {
                Some(Ok(Subject::This(_))) if self.signature.newest => Err(self.error(
                    arg,
                    "what follows the newest record is asked of a range",
                    "Say in `remedy` what ends a breach, for example with records.….exists(r, …).",
                )),
                Some(Ok(subject)) => Ok(subject),
                Some(Err(why)) => Err(self.error(arg, format!("there is no `{name}` here"), why)),
                None => Err(self.error(
                    arg,
                    format!("`{name}` is no record"),
                    "`follows` speaks of `this`, `occasion` or the record of a range.",
                )),
            },
            _ => Err(self.error(
                arg,
                "this is no record",
                "`follows` speaks of `this`, `occasion` or the record of a range.",
            )),
        };
        match args {
            [a, b] => Ok((Tree::Follows(record(a)?, record(b)?), Type::Truth)),
            _ => Err(self.error(expr, "`follows` wants two records", "Write follows(this, occasion).")),
        }
    }

    /// Whether an optional field was filled in. This alone may be asked of words, names and dates.
    fn given(&mut self, expr: &IdedExpr, args: &[IdedExpr]) -> Typed {
        let usage = "Write given(this.harbouring).";
        let [
            IdedExpr {
                expr: Expr::Select(select),
                ..
            },
        ] = args
        else {
            return Err(self.error(expr, "`given` wants a field of a record", usage));
        };
        let field = select.field.clone();
        match &select.operand.expr {
            Expr::Ident(root) => {
                let root = unescaped(root);
                match self.subject(&root) {
                    Some(Ok(Subject::This(types))) if self.signature.newest => {
                        self.is_optional(expr, &types, &field)?;
                        let range = self.newest_of(expr, &types)?;
                        Ok((Tree::Latest(range, Part::Given(field)), Type::Truth))
                    }
                    Some(Ok(subject)) => {
                        self.is_optional(expr, subject.types(), &field)?;
                        Ok((Tree::Given(subject, field), Type::Truth))
                    }
                    Some(Err(why)) => Err(self.error(expr, format!("there is no `{root}` here"), why)),
                    None => Err(self.error(expr, format!("`{root}` is no record"), usage)),
                }
            }
            Expr::Call(call) if call.func_name == "latest" && call.target.is_some() => {
                let range = self.range(&select.operand, call)?;
                self.is_optional(expr, &[range.record_type], &field)?;
                Ok((Tree::Latest(range, Part::Given(field)), Type::Truth))
            }
            _ => Err(self.error(expr, "`given` wants a field of a record", usage)),
        }
    }

    fn is_optional(&self, expr: &IdedExpr, types: &[RecordType], name: &str) -> Result<(), ConditionError> {
        for record_type in types {
            let fields = record_type.fields();
            match fields.iter().find(|f| f.name == name) {
                None => {
                    return Err(self.error(
                        expr,
                        format!("the record `{}` has no field `{name}`", record_type.name()),
                        suggest::remedy(name, fields.iter().map(|f| f.name)),
                    ));
                }
                Some(field) if field.required => {
                    return Err(self.error(
                        expr,
                        format!("`{name}` of `{}` is always given", record_type.name()),
                        "Ask this of fields that may stay empty.",
                    ));
                }
                Some(_) => {}
            }
        }
        Ok(())
    }

    fn elapsed(&mut self, expr: &IdedExpr, args: &[IdedExpr]) -> Typed {
        let [since, period] = args else {
            return Err(self.error(
                expr,
                "`elapsed` wants an instant and a period",
                "Write elapsed(missing.since, \"3 days\").",
            ));
        };
        let (tree, kind) = self.typed(since)?;
        if kind != Type::Instant {
            return Err(self.error(
                since,
                format!("this is {}, where an instant is wanted", kind.words()),
                "Facts such as `missing.since` and `.at` of a record are instants.",
            ));
        }
        let text = match self.typed(period)? {
            (_, Type::Text(text)) => text,
            (_, other) => {
                return Err(self.error(
                    period,
                    format!("this is {}, where a period is wanted", other.words()),
                    "Write it in quotes, as \"3 days\".",
                ));
            }
        };
        let Some(length) = Period::parse(&text) else {
            return Err(self.error(period, format!("\"{text}\" is not a period"), crate::toml_file::PERIODS));
        };
        if length.unit != Unit::Hours && self.signature.reckoning.is_none() {
            return Err(self.error(
                period,
                format!("\"{text}\" is counted, but pack.toml does not say how days end"),
                crate::toml_file::DECLARE_RECKONING,
            ));
        }
        Ok((Tree::Elapsed(Box::new(tree), length), Type::Truth))
    }
}
