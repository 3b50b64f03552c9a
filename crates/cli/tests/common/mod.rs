//! A running server, and a client that sends forms as a browser does.

#![allow(dead_code)] // not every test needs all of it

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// The command, without anything of the surroundings that would change what it does.
pub fn tutela(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tutela"));
    command
        .args(arguments)
        .env_remove("TUTELA_PASSPHRASE")
        .env_remove("TUTELA_DATABASE")
        .stdin(Stdio::null());
    command
}

/// Runs a command to its end.
pub fn run(arguments: &[&str]) -> Output {
    tutela(arguments).output().unwrap()
}

/// A port that is free now.
pub fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

/// A server that runs until it is dropped.
pub struct Server {
    child: Child,
    pub port: u16,
    /// What it has printed and logged so far.
    pub said: Arc<Mutex<String>>,
}

impl Server {
    /// Starts `tutela serve` or `tutela demo`, and waits until it answers.
    pub fn start(act: &str, data: &Path) -> Self {
        Self::start_with(act, data, &[])
    }

    /// Starts it with more arguments.
    pub fn start_with(act: &str, data: &Path, more: &[&str]) -> Self {
        let port = free_port();
        let listen = format!("127.0.0.1:{port}");
        let arguments = [act, "--data", data.to_str().unwrap(), "--listen", &listen];
        // A file that may not grow any more is an error, as a full disk is, and no signal.
        let mut command = Command::new("sh");
        command.args(["-c", "trap '' XFSZ; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_tutela")]);
        for name in ["TUTELA_PASSPHRASE", "TUTELA_DATABASE"] {
            command.env_remove(name);
        }
        // Whatever it writes for a while is found beside the data.
        command.env("TMPDIR", data).env("SQLITE_TMPDIR", data);
        #[allow(clippy::zombie_processes)] // a test that panics here ends, and the server with it
        let mut child = command
            .args(arguments)
            .args(more)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let said = Arc::new(Mutex::new(String::new()));
        let streams: [Box<dyn Read + Send>; 2] = [
            Box::new(child.stdout.take().unwrap()),
            Box::new(child.stderr.take().unwrap()),
        ];
        for stream in streams {
            let said = said.clone();
            std::thread::spawn(move || {
                for line in BufReader::new(stream).lines().map_while(Result::ok) {
                    let mut said = said.lock().unwrap();
                    said.push_str(&line);
                    said.push('\n');
                }
            });
        }
        for _ in 0..600 {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return Self { child, port, said };
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        panic!("the server does not answer: {}", said.lock().unwrap());
    }

    /// How long its files may grow, in bytes; none is any length.
    pub fn limit(&self, bytes: Option<u64>) {
        let bytes = bytes.map_or("unlimited".to_owned(), |bytes| bytes.to_string());
        let (pid, limit) = (self.child.id().to_string(), format!("--fsize={bytes}:"));
        let done = Command::new("prlimit").args(["--pid", &pid, &limit]).status();
        assert!(done.unwrap().success(), "prlimit, of util-linux, is needed");
    }

    /// Ends it at once, as a power cut does.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    pub fn client(&self) -> Client {
        Client {
            port: self.port,
            cookie: String::new(),
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An answer.
pub struct Answer {
    pub status: u16,
    pub location: String,
    pub body: String,
}

/// A browser without a window: it keeps the cookie and sends forms with their hidden inputs.
#[derive(Clone)]
pub struct Client {
    port: u16,
    cookie: String,
}

impl Client {
    /// Signs in to the demonstration.
    pub fn demo(server: &Server, account: &str) -> Self {
        let mut client = server.client();
        let page = client.get("/sign-in").unwrap();
        let answer = client
            .send("/demo/sign-in", &page.body, &[("account", account)])
            .unwrap();
        assert_eq!(answer.status, 303);
        client
    }

    /// The same browser at another server.
    pub fn at(&self, server: &Server) -> Self {
        Self {
            port: server.port,
            cookie: self.cookie.clone(),
        }
    }

    pub fn get(&mut self, path: &str) -> std::io::Result<Answer> {
        self.ask(&format!("GET {path} HTTP/1.1"), "")
    }

    /// Sends a form with what is hidden in the page that holds it.
    pub fn send(&mut self, path: &str, page: &str, values: &[(&str, &str)]) -> std::io::Result<Answer> {
        let mut form: Vec<(String, String)> = page
            .match_indices("type=\"hidden\"")
            .map(|(at, _)| {
                let tag = page[at..].split('>').next().unwrap();
                (attribute(tag, "name"), attribute(tag, "value"))
            })
            .collect();
        form.sort();
        form.dedup_by(|a, b| a.0 == b.0);
        form.extend(values.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())));
        let body: Vec<String> = form
            .iter()
            .map(|(n, v)| format!("{}={}", encoded(n), encoded(v)))
            .collect();
        self.ask(&format!("POST {path} HTTP/1.1"), &body.join("&"))
    }

    fn ask(&mut self, line: &str, body: &str) -> std::io::Result<Answer> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        let (port, cookie, length) = (self.port, &self.cookie, body.len());
        write!(
            stream,
            "{line}\r\nHost: 127.0.0.1:{port}\r\nOrigin: http://127.0.0.1:{port}\r\nCookie: {cookie}\r\nConnection: close\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n{body}"
        )?;
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes)?;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let cut = || std::io::Error::from(std::io::ErrorKind::UnexpectedEof);
        let (head, body) = text.split_once("\r\n\r\n").ok_or_else(cut)?;
        let header = |name: &str| {
            let of = |line: &str| {
                let (key, value) = line.split_once(": ")?;
                key.eq_ignore_ascii_case(name).then(|| value.to_owned())
            };
            head.lines().find_map(of)
        };
        if let Some(cookie) = header("set-cookie") {
            self.cookie = cookie.split(';').next().unwrap().to_owned();
        }
        Ok(Answer {
            status: head.split(' ').nth(1).and_then(|s| s.parse().ok()).ok_or_else(cut)?,
            location: header("location").unwrap_or_default(),
            body: body.to_owned(),
        })
    }
}

/// Makes the first account of a new server and a case, and gives a client that is signed in and the address of the case.
pub fn at_work(server: &Server) -> (Client, String) {
    let link = server.said.lock().unwrap().clone();
    let link = link
        .split("/first-account/")
        .nth(1)
        .unwrap()
        .split_whitespace()
        .next()
        .unwrap();
    let mut client = server.client();
    let door = format!("/first-account/{link}");
    let page = client.get(&door).unwrap().body;
    let typed = [
        ("account", "dima"),
        ("passphrase", "a long enough one"),
        ("again", "a long enough one"),
    ];
    assert_eq!(client.send(&door, &page, &typed).unwrap().status, 303);
    let page = client.get("/sign-in").unwrap().body;
    let typed = [("account", "dima"), ("passphrase", "a long enough one")];
    assert_eq!(client.send("/sign-in", &page, &typed).unwrap().status, 303);
    let page = client.get("/report").unwrap().body;
    let typed = [
        ("source", "police"),
        ("circumstances", "Alone at the station."),
        ("immediate_danger", "no"),
        ("company", "alone"),
        ("do", "go"),
    ];
    let answer = client.send("/report", &page, &typed).unwrap();
    assert_eq!(answer.status, 303, "{}", answer.body);
    let case = answer.location.split('/').nth(2).unwrap().to_owned();
    (client, format!("/cases/{case}"))
}

fn attribute(tag: &str, name: &str) -> String {
    let at = tag.split_once(&format!("{name}=\"")).map_or("", |(_, rest)| rest);
    let mut value = at.split('"').next().unwrap().to_owned();
    for (written, meant) in [
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#60;", "<"),
        ("&#62;", ">"),
        ("&#38;", "&"),
    ] {
        value = value.replace(written, meant);
    }
    value
}

fn encoded(text: &str) -> String {
    text.bytes()
        .map(|b| match b {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => char::from(b).to_string(),
            other => format!("%{other:02X}"),
        })
        .collect()
}
