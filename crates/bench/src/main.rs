//! `make bench`: builds invented data, starts `tutela` as people run it (sessions, authorisation, audit and sealing on),
//! measures, prints a table and keeps it in `bench/results`. A benchmark is no test: it asserts no time.

mod audited;
mod client;
mod names;
mod rules;
mod server;

use audited::{Audited, audited};
use clap::Parser;
use client::{Browser, Rate, Work, hidden, links, load, one_load};
use names::{Names, searching};
use server::{Server, disk_rate, size};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// Why a measurement could not be made.
type Failure = Box<dyn std::error::Error + Send + Sync>;

/// The password of every invented account.
const PASSWORD: &str = "only for training";
/// The hidden field that names one sending of a form.
const SENDING: &str = "entry-sending";
/// So many people look at pages together.
const CONNECTIONS: u64 = 16;
/// So many record together at most.
const MANY: u64 = 64;
/// Each who records does so in so many cases.
const WRITTEN_IN: usize = 16;
/// So many different things are typed into the search.
const TYPED: usize = 400;

#[derive(Parser)]
#[command(about = "Measures Tutela on invented data")]
struct Bench {
    /// How many cases; 10000 is size S, 100000 is M.
    #[arg(long, env = "BENCH_CASES", default_value_t = 10_000)]
    cases: u64,
    /// How long each measurement lasts, in seconds.
    #[arg(long, env = "BENCH_SECONDS", default_value_t = 5)]
    seconds: u64,
    /// How often each is repeated, all of them in turn.
    #[arg(long, env = "BENCH_ROUNDS", default_value_t = 3)]
    rounds: usize,
    /// The folder of the data; made when it is not there. Records are added to it.
    #[arg(long, env = "BENCH_DATA", default_value = "target/bench-data")]
    data: PathBuf,
    /// The program to measure.
    #[arg(long, env = "BENCH_TUTELA", default_value = "target/release/tutela")]
    tutela: PathBuf,
}

fn main() -> Result<(), Failure> {
    let bench = Bench::parse();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(bench.run())
}

/// One line of the table.
struct Line {
    what: String,
    came_to: String,
    goal: &'static str,
}

/// What all rounds came to.
#[derive(Default)]
struct Rounds {
    case_page: Vec<Rate>,
    list: Vec<Rate>,
    long_list: Vec<Rate>,
    search: Vec<Rate>,
    wide_search: Vec<Rate>,
    one: Vec<Rate>,
    many: Vec<Rate>,
    disk: Vec<f64>,
    rules: Vec<rules::Rules>,
}

impl Bench {
    async fn run(self) -> Result<(), Failure> {
        let time = Duration::from_secs(self.seconds);
        let load_before = machine_load();
        let made = self.data()?;
        let bytes = size(&self.data)?;
        let mut table = Vec::new();
        let names = Names::read(&self.data)?;
        let typed = names.typed(TYPED);

        let server = Server::start(&self.tutela, &self.data)?;
        let started = server.started_in;
        let idle = server.memory()?;
        println!("Page weights …");
        table.extend(pages(server.port).await?);
        let mut rounds = Rounds::default();
        let mut lookers = sign_in(server.port, "caseworker", self.accounts().0.min(CONNECTIONS)).await?;
        let mut leaders = sign_in(server.port, "supervisor", 1).await?;
        let mut writers = sign_in(server.port, "caseworker", self.accounts().0.min(MANY)).await?;
        let mut memory = idle;
        println!("Whether what was typed is found …");
        let mut recall = f64::NAN;
        for leader in &mut leaders {
            recall = names.recall(leader, &typed).await?;
        }
        for round in 1..=self.rounds {
            println!("Round {round} of {} …", self.rounds);
            let mut works = Vec::new();
            for mut browser in std::mem::take(&mut lookers) {
                let paths = cases(&mut browser).await?;
                works.push((browser, Work::Look(paths)));
            }
            let (rate, back) = load(&server, works, time).await?;
            rounds.case_page.push(rate);
            let (rate, back) = load(&server, looking(back, "/cases"), time).await?;
            rounds.list.push(rate);
            let (rate, back) = load(&server, searching(back, &typed).await?, time).await?;
            rounds.search.push(rate);
            lookers = back;
            let (rate, back) = load(&server, looking(leaders, "/cases"), time).await?;
            rounds.long_list.push(rate);
            let (rate, back) = load(&server, searching(back, &typed).await?, time).await?;
            rounds.wide_search.push(rate);
            leaders = back;
            rounds.disk.push(disk_rate(&self.data, time / 2)?);
            let first = writers.pop().ok_or("nobody can record")?;
            let (rate, back) = load(&server, recording(vec![first]).await?, time).await?;
            rounds.one.push(rate);
            writers.extend(back);
            rounds.disk.push(disk_rate(&self.data, time / 2)?);
            let (rate, back) = load(&server, recording(writers).await?, time).await?;
            rounds.many.push(rate);
            writers = back;
            memory = memory.max(server.memory()?);
            rounds.rules.push(rules::rules(Path::new("packs"), time / 3)?);
        }
        println!("A start after a kill in the middle of writing …");
        let works = recording(writers).await?;
        let writing: Vec<_> = works
            .into_iter()
            .map(|work| tokio::spawn(one_load(work, time)))
            .collect();
        tokio::time::sleep(time / 2).await;
        server.kill();
        // Those who were writing see their connections cut.
        for writer in writing {
            let _ = writer.await;
        }
        let again = Server::start(&self.tutela, &self.data)?.started_in;
        println!("Lists at the store, with and without audit …");
        let audit = audited(&self.data, time)?;
        println!("Every case again …");
        let began = Instant::now();
        let key = self.data.join("training.key");
        let rebuilt = Command::new(&self.tutela)
            .args(["rebuild", "--dry-run", "--data"])
            .arg(&self.data)
            .arg("--key-file")
            .arg(key)
            .output()?;
        let rebuilt_in = began.elapsed();
        if !rebuilt.status.success() {
            eprintln!("rebuild: {}", String::from_utf8_lossy(&rebuilt.stdout));
        }

        let mut lines = rounds.lines(recall, typed.len());
        let listed = median(rounds.list.iter().map(|r| r.a_second));
        lines.push(audit.line(listed));
        lines.push(Line {
            what: "B8 every case from its sealed records, on every core".to_owned(),
            came_to: format!(
                "{:.1} s for {} cases: {:.0} cases/s",
                rebuilt_in.as_secs_f64(),
                self.cases,
                self.cases as f64 / rebuilt_in.as_secs_f64()
            ),
            goal: "100 thousand in 60 s, later 10 s, on two cores",
        });
        let ms = |d: Duration| format!("{:.0} ms", d.as_secs_f64() * 1000.0);
        lines.push(Line {
            what: "B15 start to the first answer; after a kill under load".to_owned(),
            came_to: format!("{}; {}", ms(started), ms(again)),
            goal: "100 ms at S; 2 s after a kill",
        });
        lines.push(Line {
            what: "B16 memory, resident anonymous: idle; highest after load".to_owned(),
            came_to: format!("{idle:.0} MiB; {memory:.0} MiB"),
            goal: "64 MiB; 256 MiB",
        });
        lines.push(Line {
            what: "B17 storage with indexes and audit, before the load".to_owned(),
            came_to: format!(
                "{:.0} KiB a case, {:.0} cases/GiB",
                bytes as f64 / 1024.0 / self.cases as f64,
                self.cases as f64 / (bytes as f64 / f64::from(1 << 30))
            ),
            goal: "30 thousand full cases/GiB",
        });
        lines.extend(made);
        lines.append(&mut table);
        let report = self.report(&lines, &load_before)?;
        println!("{report}");
        Ok(())
    }

    /// Caseworkers and supervisors of the data.
    fn accounts(&self) -> (u64, u64) {
        let caseworkers = self.cases.div_ceil(40);
        (caseworkers, caseworkers.div_ceil(20))
    }

    /// Makes the data, unless they are there.
    fn data(&self) -> Result<Option<Line>, Failure> {
        if self.data.join("tutela.db").exists() {
            return Ok(None);
        }
        let began = Instant::now();
        let made = Command::new(&self.tutela)
            .args([
                "demo",
                "data",
                "--seed",
                "1",
                "--cases",
                &self.cases.to_string(),
                "--data",
            ])
            .arg(&self.data)
            .status()?;
        if !made.success() {
            return Err("the data could not be made".into());
        }
        let took = began.elapsed().as_secs_f64();
        Ok(Some(Line {
            what: "The data are made".to_owned(),
            came_to: format!("{took:.0} s: {:.0} cases/s", self.cases as f64 / took),
            goal: "500 cases/s",
        }))
    }

    /// The table, with what must be known beside it; also kept in a file.
    fn report(&self, lines: &[Line], load_before: &str) -> Result<String, Failure> {
        let commit = output("git", &["rev-parse", "--short", "HEAD"]);
        let changed = output("git", &["status", "--porcelain"]);
        let commit = if changed.is_empty() {
            commit
        } else {
            format!("{commit}-changed")
        };
        let cores = std::thread::available_parallelism().map_or(0, usize::from);
        let today = tutela_domain::time::day_of(jiff::Timestamp::now(), &jiff::tz::TimeZone::UTC);
        let mut text = format!("# Measured on {today}, commit {commit}\n\n");
        writeln!(
            text,
            "{} cases, {cores} cores shared by server and client, load average {load_before} before and {} after; {} rounds \
             of {} s in turn, medians. Sessions, authorisation, audit of every read and sealing are on; TLS is off.\n",
            self.cases,
            machine_load(),
            self.rounds,
            self.seconds
        )?;
        text.push_str("| what | came to | goal |\n|---|---|---|\n");
        for line in lines {
            writeln!(text, "| {} | {} | {} |", line.what, line.came_to, line.goal)?;
        }
        let folder = Path::new("bench/results");
        std::fs::create_dir_all(folder)?;
        std::fs::write(folder.join(format!("{today}-{commit}.md")), &text)?;
        Ok(text)
    }
}

impl Rounds {
    fn lines(&self, recall: f64, typed: usize) -> Vec<Line> {
        let disk = median(self.disk.iter().copied());
        let rules = |f: fn(&rules::Rules) -> f64| median(self.rules.iter().map(f));
        let first = self.rules.first().copied().unwrap_or_default();
        let line = |what: &str, rates: &[Rate], goal| Line {
            what: what.to_owned(),
            came_to: shown(rates),
            goal,
        };
        let record = |what: &str, rates: &[Rate], goal| Line {
            what: what.to_owned(),
            came_to: format!(
                "{}; {:.2} of the disk's rate",
                shown(rates),
                median(rates.iter().map(|r| r.a_second)) / disk.max(1.0)
            ),
            goal,
        };
        vec![
            line(
                "B1, B5 list of a caseworker, audited, 16 connections",
                &self.list,
                "20 times Directus (324/s); B5: 70 % of B1 without audit",
            ),
            line("B1 list of a supervisor, audited, 1 connection", &self.long_list, ""),
            line(
                "B2 case page, audited, 16 connections",
                &self.case_page,
                "4,660/s, p99 10 ms",
            ),
            line(
                "B3 search of a caseworker, audited, 16 connections",
                &self.search,
                "40 times Directus (145/s)",
            ),
            line(
                "B3 search of a supervisor over all, audited, 1 connection",
                &self.wide_search,
                "",
            ),
            Line {
                what: format!("B3 recall at 25 of {typed} things typed, over all, against a look at every name"),
                came_to: format!("{recall:.4}"),
                goal: "0.98",
            },
            Line {
                what: "The disk: 4 KiB for good, one after the other".to_owned(),
                came_to: format!("{disk:.0}/s"),
                goal: "",
            },
            record("B4 record, 1 connection", &self.one, "0.8 of the disk's rate"),
            record(
                "B4 record, 64 connections",
                &self.many,
                "the lower of 8,000/s and 20 times the disk's rate",
            ),
            Line {
                what: format!(
                    "B7 assess a case of {} records by {} rules, one core",
                    first.records, first.rules
                ),
                came_to: format!(
                    "{:.0}/s: {:.0} rules/s with explanations",
                    rules(|r| r.assessments),
                    rules(|r| r.with_why)
                ),
                goal: "1 million rules/s",
            },
            Line {
                what: "B7 judge the safeguards of a step, one core".to_owned(),
                came_to: format!("{:.0} rules/s", rules(|r| r.without)),
                goal: "5 million rules/s",
            },
            Line {
                what: "Fold the same case".to_owned(),
                came_to: format!("{:.0}/s", rules(|r| r.folds)),
                goal: "",
            },
        ]
    }
}

impl Audited {
    /// What the audit takes of a list, of which there are so many in a second.
    fn line(self, lists: f64) -> Line {
        let audit = 1.0 / self.with - 1.0 / self.without;
        Line {
            what: "B5 what is left of the lists of B1, of those that there would be without audit".to_owned(),
            came_to: format!(
                "{:.0} %: an audit takes {:.2} ms of {:.2} ms. At the store, 16 readers: {:.0}/s with, {:.0}/s without",
                (1.0 - audit * lists) * 100.0,
                audit * 1000.0,
                1000.0 / lists,
                self.with,
                self.without,
            ),
            goal: "70 %",
        }
    }
}

fn shown(rates: &[Rate]) -> String {
    format!(
        "{:.0}/s, p50 {:.1} ms, p99 {:.1} ms, {:.2} ms of the server's processor",
        median(rates.iter().map(|r| r.a_second)),
        median(rates.iter().map(|r| r.p50)),
        median(rates.iter().map(|r| r.p99)),
        median(rates.iter().map(|r| r.work))
    )
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

fn machine_load() -> String {
    let text = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split(' ').next().unwrap_or_default().to_owned()
}

fn output(command: &str, arguments: &[&str]) -> String {
    let output = Command::new(command).args(arguments).output();
    output.map_or_else(
        |_| String::new(),
        |o| String::from_utf8_lossy(&o.stdout).trim().to_owned(),
    )
}

/// Signs in so many people of a role, each at a connection of its own.
async fn sign_in(port: u16, role: &str, count: u64) -> Result<Vec<Browser>, Failure> {
    let mut browsers = Vec::new();
    for number in 1..=count {
        browsers.push(Browser::signed_in(port, &format!("{role}-{number}"), PASSWORD).await?);
    }
    Ok(browsers)
}

fn looking(browsers: Vec<Browser>, path: &str) -> Vec<(Browser, Work)> {
    let work = |browser| (browser, Work::Look(vec![path.to_owned()]));
    browsers.into_iter().map(work).collect()
}

/// The addresses of the cases that a person carries.
async fn cases(browser: &mut Browser) -> Result<Vec<String>, Failure> {
    let list = browser.get("/cases?who=me").await?.text();
    let is_case = |link: &String| link.matches('/').count() == 2 && !link.contains(['?', '#']);
    let mut found: Vec<String> = links(&list, "/cases/").into_iter().filter(is_case).collect();
    found.sort();
    found.dedup();
    match found.len() {
        0 => Err("somebody has no case".into()),
        _ => Ok(found),
    }
}

/// People who write notes in some of their cases, in one after the other, so that no case grows much.
async fn recording(browsers: Vec<Browser>) -> Result<Vec<(Browser, Work)>, Failure> {
    let mut works = Vec::new();
    for mut browser in browsers {
        let cases = cases(&mut browser).await?;
        let mut forms = Vec::new();
        for case in cases.into_iter().take(WRITTEN_IN) {
            let path = format!("{case}/record/note");
            let page = browser.get(&path).await?.text();
            let mut form = hidden(&page);
            let area = page
                .split_once("<textarea")
                .and_then(|(_, rest)| rest.split_once("name=\""));
            let name = area.and_then(|(_, rest)| rest.split('"').next());
            form.push((
                name.ok_or("the form of a note has no text")?.to_owned(),
                NOTE.to_owned(),
            ));
            form.push(("do".to_owned(), "go".to_owned()));
            forms.push((path, form));
        }
        works.push((browser, Work::Record(forms)));
    }
    Ok(works)
}

/// What is written when recording is measured.
const NOTE: &str = "The teacher calls: quick with numbers, silent in the breaks. Two children ask whether they may sit \
                    beside. We speak on Thursday. [training data]";

/// What each kind of page weighs.
async fn pages(port: u16) -> Result<Vec<Line>, Failure> {
    let mut browser = Browser::signed_in(port, "caseworker-1", PASSWORD).await?;
    let case = cases(&mut browser)
        .await?
        .into_iter()
        .next()
        .ok_or("there is no case")?;
    let page = browser.get(&case).await?.text();
    let first = |start: &str| links(&page, &format!("{case}/{start}")).into_iter().next();
    let kinds = [
        ("sign in", Some("/sign-in".to_owned())),
        ("today", Some("/today".to_owned())),
        ("list of cases", Some("/cases".to_owned())),
        ("views", Some("/views".to_owned())),
        ("search", Some("/search".to_owned())),
        ("registers", Some("/registers".to_owned())),
        ("register of places", Some("/registers/placements".to_owned())),
        ("case", Some(case.clone())),
        ("entry", first("entries/")),
        ("why due", first("duties/")),
        ("why blocked", first("steps/")),
        ("what to record", Some(format!("{case}/record"))),
        ("a short form", Some(format!("{case}/record/note"))),
        ("a long form", Some(format!("{case}/record/risk_assessment"))),
        ("report a child", Some("/report".to_owned())),
        ("the authority's book", Some("/authority".to_owned())),
    ];
    let mut lines = Vec::new();
    let mut html = Vec::new();
    for (kind, path) in kinds {
        let Some(path) = path else { continue };
        browser.compressed = false;
        let whole = browser.get(&path).await?;
        if whole.status != 200 {
            return Err(format!("the page {kind} answers {}", whole.status).into());
        }
        browser.compressed = true;
        let small = browser.get(&path).await?.body.len();
        let mut all = small;
        for asset in links(&whole.text(), "/assets/") {
            all += browser.get(&asset).await?.body.len();
        }
        html.push(small as f64);
        let kib = |bytes: usize| bytes as f64 / 1024.0;
        lines.push(Line {
            what: format!("B18 {kind}"),
            came_to: format!(
                "html {:.1} KiB, compressed {:.1} KiB; with style {:.1} KiB",
                kib(whole.body.len()),
                kib(small),
                kib(all)
            ),
            goal: "all 40 KB compressed",
        });
    }
    lines.push(Line {
        what: "B18 html of all kinds, compressed, median".to_owned(),
        came_to: format!("{:.1} KiB", median(html.into_iter()) / 1024.0),
        goal: "14 KB",
    });
    Ok(lines)
}
