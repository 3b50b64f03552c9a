//! From text to a CEL syntax tree, with every bound checked before the parser sees the text.
//!
//! A pack may come from anywhere. So a small scan first refuses what the language does not have and
//! what could exhaust the parser: length, nesting, characters, literals.

use super::ConditionError;
use cel::common::ast::{Expr, SourceInfo};
use cel::{Env, IdedExpr};

/// The longest condition, in characters.
pub const LONGEST: usize = 1000;
/// The most nodes of a condition.
pub const MOST_NODES: usize = 100;
/// How deep a condition may nest.
pub const DEEPEST: usize = 20;

/// Words that CEL keeps for itself. A fact may be named so (`return.departed`): the scan writes it
/// with a capital, which the parser reads as an ordinary name of the same length.
const RESERVED: &[&str] = &[
    "as",
    "break",
    "const",
    "continue",
    "else",
    "for",
    "function",
    "if",
    "import",
    "let",
    "loop",
    "package",
    "namespace",
    "return",
    "var",
    "void",
    "while",
];

/// A parsed condition.
pub(super) struct Parsed {
    /// The tree.
    pub root: IdedExpr,
    source: SourceInfo,
}

impl Parsed {
    /// Where an expression begins in the text.
    pub fn start(&self, expr: &IdedExpr) -> usize {
        let own = self.source.offset_for(expr.id).map_or(0, |(start, _)| start as usize);
        let inner = match &expr.expr {
            Expr::Select(select) => self.start(&select.operand),
            Expr::Call(call) => {
                let parts = call.target.as_deref().into_iter().chain(call.args.first());
                parts.map(|part| self.start(part)).min().unwrap_or(own)
            }
            _ => own,
        };
        own.min(inner)
    }
}

/// The name as the pack wrote it (see [`RESERVED`]).
pub(super) fn unescaped(name: &str) -> String {
    let small = name.to_lowercase();
    if small != name && RESERVED.contains(&small.as_str()) {
        small
    } else {
        name.to_owned()
    }
}

/// Parses a text.
pub(super) fn parse(text: &str) -> Result<Parsed, ConditionError> {
    let escaped = scan(text)?;
    // Without macros, `exists`, `all` and the like stay the calls that they are written as.
    let parser = Env::default().with_optional_support(false).parser();
    let (root, source) = parser
        .max_recursion_depth(96)
        .error_recovery_limit(1)
        .parse_with_source_info(&escaped)
        .map_err(|errors| syntax(&escaped, &errors))?;
    let nodes = count(&root, 1)?;
    if nodes > MOST_NODES {
        return Err(ConditionError::new(
            0,
            format!("the condition has {nodes} parts; at most {MOST_NODES} are allowed"),
            "Split the rule, or ask for a fact that says it.",
        ));
    }
    Ok(Parsed { root, source })
}

fn count(expr: &IdedExpr, depth: usize) -> Result<usize, ConditionError> {
    if depth > DEEPEST {
        return Err(too_deep(0));
    }
    let mut nodes = 1;
    match &expr.expr {
        Expr::Select(select) => nodes += count(&select.operand, depth + 1)?,
        Expr::Call(call) => {
            for part in call.target.as_deref().into_iter().chain(&call.args) {
                // `a && b && c` is one thing with three parts, not a tower.
                let same = matches!(&part.expr, Expr::Call(c) if c.func_name == call.func_name && c.target.is_none());
                nodes += count(part, if same { depth } else { depth + 1 })?;
            }
        }
        Expr::List(list) => {
            for element in &list.elements {
                nodes += count(element, depth + 1)?;
            }
        }
        _ => {}
    }
    Ok(nodes)
}

fn too_deep(offset: usize) -> ConditionError {
    ConditionError::new(
        offset,
        format!("the condition nests more than {DEEPEST} deep"),
        "Write it flatter, or split the rule.",
    )
}

/// Refuses what the language does not have, and gives the text as the parser shall read it.
fn scan(text: &str) -> Result<String, ConditionError> {
    if text.len() > LONGEST {
        return Err(ConditionError::new(
            0,
            format!("the condition is longer than {LONGEST} characters"),
            "Split the rule, or ask for a fact that says it.",
        ));
    }
    if text.trim().is_empty() {
        return Err(ConditionError::new(
            0,
            "the condition is empty",
            "Say when the rule applies, or leave the key out.",
        ));
    }
    let bytes = text.as_bytes();
    let mut out = String::with_capacity(text.len());
    let mut nesting = 0usize;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let start = at;
        at += 1;
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'_' => {
                at = run(bytes, at, |b| b.is_ascii_alphanumeric() || b == b'_');
                if matches!(bytes.get(at), Some(b'"' | b'\'')) {
                    return Err(ConditionError::new(
                        start,
                        "a text in quotes must stand alone",
                        "Write a plain text such as \"foster\", without a letter before the quote.",
                    ));
                }
            }
            b'0'..=b'9' => {
                at = run(bytes, at, |b| b.is_ascii_alphanumeric() || b == b'.' || b == b'_');
                let digits = bytes.get(start..at).is_some_and(|d| d.iter().all(u8::is_ascii_digit));
                if !digits || at - start > 9 {
                    return Err(ConditionError::new(
                        start,
                        "this is not a whole number of at most nine digits",
                        "Only whole numbers such as 6 can be compared.",
                    ));
                }
            }
            b'"' | b'\'' => at = quoted(bytes, start)?,
            b'(' | b'[' => {
                nesting += 1;
                if nesting > DEEPEST {
                    return Err(too_deep(start));
                }
            }
            b'!' if bytes.get(at) == Some(&b'!') => {
                return Err(ConditionError::new(
                    start,
                    "`!` stands twice",
                    "Write it once, or not at all.",
                ));
            }
            b')' | b']' => nesting = nesting.saturating_sub(1),
            b' ' | b'\t' | b'\n' | b'\r' | b'.' | b',' | b'!' | b'=' | b'<' | b'>' | b'&' | b'|' => {}
            _ => return Err(refused(text, start)),
        }
        let token = text.get(start..at).unwrap_or_default();
        if RESERVED.contains(&token) {
            let mut letters = token.chars();
            out.extend(letters.next().map(|c| c.to_ascii_uppercase()));
            out.push_str(letters.as_str());
        } else {
            out.push_str(token);
        }
    }
    Ok(out)
}

fn run(bytes: &[u8], from: usize, belongs: impl Fn(u8) -> bool) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    from + rest.iter().take_while(|b| belongs(**b)).count()
}

/// The end of a text in quotes: letters, digits, `_`, `-` and spaces, which all codes and periods are.
fn quoted(bytes: &[u8], start: usize) -> Result<usize, ConditionError> {
    let quote = bytes.get(start).copied().unwrap_or_default();
    let end = run(bytes, start + 1, |b| {
        b.is_ascii_alphanumeric() || b == b'_' || b == b'-' || b == b' '
    });
    if bytes.get(end) == Some(&quote) && end > start + 1 {
        return Ok(end + 1);
    }
    Err(ConditionError::new(
        start,
        "this text in quotes is not a code or a period",
        "A code has letters, digits and `_`, and ends with the same quote that it began with.",
    ))
}

fn refused(text: &str, at: usize) -> ConditionError {
    let letter = text.get(at..).and_then(|t| t.chars().next()).unwrap_or_default();
    let (what, remedy) = match letter {
        '?' | ':' => ("there is no `?:` in conditions".to_owned(), "Use `&&`, `||` and `!`."),
        '+' | '-' | '*' | '/' | '%' => (
            format!("there is no arithmetic (`{letter}`) in conditions"),
            "Compare facts and fields with whole numbers, or use `elapsed` for time.",
        ),
        c if c.is_control() => (
            format!("the condition holds the control character U+{:04X}", u32::from(c)),
            "Take it out.",
        ),
        c => (
            format!("`{c}` has no meaning in a condition"),
            "The forms of conditions stand in docs/PACKS.md.",
        ),
    };
    ConditionError::new(at, what, remedy)
}

fn syntax(text: &str, errors: &cel::ParseErrors) -> ConditionError {
    let first = errors.errors.first();
    let (line, column) = first.map_or((1, 1), |e| e.pos);
    let lines = text.split_inclusive('\n').take(usize::try_from(line - 1).unwrap_or(0));
    let offset = lines.map(str::len).sum::<usize>() + usize::try_from(column - 1).unwrap_or(0);
    let offset = offset.min(text.len());
    let what = match text.get(offset..).map(str::trim_start) {
        None | Some("") => "the condition ends too early".to_owned(),
        Some(rest) => {
            let word: String = rest.chars().take_while(|c| !c.is_whitespace()).take(30).collect();
            format!("the condition cannot be read from `{word}` on")
        }
    };
    ConditionError::new(offset, what, "Look for a missing `&&`, `||`, quote or bracket.")
}
