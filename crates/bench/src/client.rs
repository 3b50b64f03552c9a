//! A load client: keep-alive connections, each signed in as one person, for a bounded time.

use crate::Failure;
use crate::server::Server;
use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper::client::conn::http1::{self, SendRequest};
use hyper::{Request, header};
use hyper_util::rt::TokioIo;
use std::time::{Duration, Instant};
use tokio::net::TcpStream;

/// An answer, read to its end.
pub struct Answer {
    pub status: u16,
    pub body: Bytes,
    cookie: Option<String>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// One person at one connection.
pub struct Browser {
    port: u16,
    connection: SendRequest<Full<Bytes>>,
    cookie: String,
    /// Whether compressed answers are asked for.
    pub compressed: bool,
}

impl Browser {
    pub async fn connect(port: u16) -> Result<Self, Failure> {
        Ok(Self {
            port,
            connection: connection(port).await?,
            cookie: String::new(),
            compressed: false,
        })
    }

    /// Connects and signs in.
    pub async fn signed_in(port: u16, account: &str, password: &str) -> Result<Self, Failure> {
        let mut browser = Self::connect(port).await?;
        let page = browser.get("/sign-in").await?.text();
        let mut form = hidden(&page);
        form.push(("account".to_owned(), account.to_owned()));
        form.push(("passphrase".to_owned(), password.to_owned()));
        let answer = browser.post("/sign-in", &form).await?;
        match answer.status {
            303 => Ok(browser),
            other => Err(format!("{account} could not be signed in: {other}").into()),
        }
    }

    pub async fn get(&mut self, path: &str) -> Result<Answer, Failure> {
        self.send("GET", path, String::new()).await
    }

    pub async fn post(&mut self, path: &str, form: &[(String, String)]) -> Result<Answer, Failure> {
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(form)
            .finish();
        self.send("POST", path, body).await
    }

    async fn send(&mut self, method: &str, path: &str, body: String) -> Result<Answer, Failure> {
        let host = format!("127.0.0.1:{}", self.port);
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, &host)
            .header(header::ORIGIN, format!("http://{host}"))
            .header(header::COOKIE, &self.cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        if self.compressed {
            request = request.header(header::ACCEPT_ENCODING, "gzip");
        }
        let request = request.body(Full::new(Bytes::from(body)))?;
        if self.connection.is_closed() {
            self.connection = connection(self.port).await?;
        }
        self.connection.ready().await?;
        let answer = self.connection.send_request(request).await?;
        let text = |name| answer.headers().get(name).and_then(|v| v.to_str().ok());
        let cookie = text(header::SET_COOKIE).and_then(|c| c.split(';').next());
        let cookie = cookie.map(str::to_owned);
        let status = answer.status().as_u16();
        let body = answer.into_body().collect().await?.to_bytes();
        let answer = Answer { status, body, cookie };
        if let Some(cookie) = &answer.cookie {
            self.cookie.clone_from(cookie);
        }
        Ok(answer)
    }
}

async fn connection(port: u16) -> Result<SendRequest<Full<Bytes>>, Failure> {
    let stream = TcpStream::connect(("127.0.0.1", port)).await?;
    stream.set_nodelay(true)?;
    let (send, drive) = http1::handshake(TokioIo::new(stream)).await?;
    tokio::spawn(drive);
    Ok(send)
}

/// The hidden inputs of a page, each name once.
pub fn hidden(page: &str) -> Vec<(String, String)> {
    let mut form: Vec<(String, String)> = page
        .split("<input type=\"hidden\"")
        .skip(1)
        .filter_map(|rest| rest.split('>').next())
        .map(|tag| (attribute(tag, "name"), attribute(tag, "value")))
        .collect();
    form.sort();
    form.dedup_by(|a, b| a.0 == b.0);
    form
}

fn attribute(tag: &str, name: &str) -> String {
    let rest = tag.split_once(&format!("{name}=\"")).map_or("", |(_, rest)| rest);
    rest.split('"').next().unwrap_or_default().to_owned()
}

/// The addresses of a page's links that begin so.
pub fn links(page: &str, start: &str) -> Vec<String> {
    let mut found: Vec<String> = page
        .split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|link| link.starts_with(start))
        .map(|link| link.replace("&amp;", "&").replace("&#38;", "&"))
        .collect();
    found.dedup();
    found
}

/// What one load came to.
#[derive(Clone, Copy, Default)]
pub struct Rate {
    pub a_second: f64,
    pub p50: f64,
    pub p99: f64,
    /// What the server's processor worked for each, in milliseconds.
    pub work: f64,
}

impl Rate {
    /// From how long each request took, in milliseconds, how long all took together, and how long the server's processor
    /// worked for them.
    fn of(mut took: Vec<f64>, all: Duration, worked: Duration) -> Self {
        took.sort_by(f64::total_cmp);
        let at = |percent: usize| took.get(took.len() * percent / 100).copied().unwrap_or_default();
        Self {
            a_second: took.len() as f64 / all.as_secs_f64(),
            p50: at(50),
            p99: at(99),
            work: worked.as_secs_f64() * 1000.0 / took.len().max(1) as f64,
        }
    }
}

/// What a browser does again and again, until the time is over.
pub enum Work {
    /// Looks at these pages, one after the other.
    Look(Vec<String>),
    /// Sends these forms to their addresses, each time as a sending of its own.
    Record(Vec<(String, Form)>),
    /// Asks by these forms, which write nothing.
    Ask(Vec<(String, Form)>),
}

/// The fields of a form.
pub type Form = Vec<(String, String)>;

/// Lets every browser do its work for so long.
pub async fn load(
    server: &Server,
    browsers: Vec<(Browser, Work)>,
    time: Duration,
) -> Result<(Rate, Vec<Browser>), Failure> {
    let before = server.worked()?;
    let began = Instant::now();
    let mut all = Vec::new();
    for (browser, work) in browsers {
        all.push(tokio::spawn(one(browser, work, began, time)));
    }
    let (mut took, mut back) = (Vec::new(), Vec::new());
    for one in all {
        let (mut more, browser) = one.await??;
        took.append(&mut more);
        back.push(browser);
    }
    let all = began.elapsed();
    Ok((Rate::of(took, all, server.worked()?.saturating_sub(before)), back))
}

/// Does its work until the time is over; gives how long each request took, in milliseconds.
async fn one(mut browser: Browser, work: Work, began: Instant, time: Duration) -> Result<(Vec<f64>, Browser), Failure> {
    let mut took = Vec::new();
    let mut round = 0_usize;
    while began.elapsed() < time {
        let start = Instant::now();
        let (answer, wanted) = match &work {
            Work::Look(paths) => {
                let Some(path) = paths.get(round % paths.len().max(1)) else {
                    break;
                };
                (browser.get(path).await?, 200)
            }
            Work::Ask(forms) => {
                let Some((path, form)) = forms.get(round % forms.len().max(1)) else {
                    break;
                };
                (browser.post(path, form).await?, 200)
            }
            Work::Record(forms) => {
                let Some((path, form)) = forms.get(round % forms.len().max(1)) else {
                    break;
                };
                let mut form = form.clone();
                let sending = form.iter_mut().find(|(name, _)| name == crate::SENDING);
                if let Some((_, value)) = sending {
                    *value = format!("{round:08x}{value}").chars().take(60).collect();
                }
                (browser.post(path, &form).await?, 303)
            }
        };
        if answer.status != wanted {
            return Err(format!(
                "an answer was {} and not {wanted}: see bench-server.log beside the data",
                answer.status
            )
            .into());
        }
        took.push(start.elapsed().as_secs_f64() * 1000.0);
        round += 1;
    }
    Ok((took, browser))
}

/// One person's work for so long, whatever becomes of it.
pub async fn one_load((browser, work): (Browser, Work), time: Duration) {
    let _ = one(browser, work, Instant::now(), time).await;
}
