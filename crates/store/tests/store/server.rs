//! A throwaway PostgreSQL: one server for a test binary, one database for a test, nothing left behind.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{ChildStdin, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// Watches over the server: makes it, and when the test binary ends (its pipe closes) stops it and deletes everything.
const GUARDIAN: &str = r#"
set -eu
bin=$1
shift
folder=$(mktemp -d "${TMPDIR:-/tmp}/tutela-pg.XXXXXX")
trap 'rm -rf "$folder"' EXIT
cd "$folder"
"$bin/initdb" -D data -U tutela -A trust -E UTF8 --locale=C --no-sync >initdb.log 2>&1 || { cat initdb.log >&2; exit 1; }
"$bin/postgres" -D data -k "$folder" -c listen_addresses= -c max_connections=200 "$@" >server.log 2>&1 &
echo "$folder"
while read -r _; do :; done
kill -QUIT $!
wait $! || true
"#;

pub struct Server {
    folder: PathBuf,
    port: u16,
    _until_closed: ChildStdin,
    databases: AtomicU32,
}

/// The folder of the newest PostgreSQL's programs.
fn programs() -> PathBuf {
    let installed = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut folders: Vec<(u32, PathBuf)> = installed
        .filter_map(|version| Some((version.file_name().to_str()?.parse().ok()?, version.path().join("bin"))))
        .collect();
    folders.sort();
    let on_path = std::env::var_os("PATH").unwrap_or_default();
    folders
        .into_iter()
        .rev()
        .map(|(_, folder)| folder)
        .chain(std::env::split_paths(&on_path))
        .find(|folder| folder.join("initdb").exists() && folder.join("postgres").exists())
        .expect("PostgreSQL is missing, so these tests cannot run: scripts/set-up --postgres installs it")
}

/// Whether we are root, which PostgreSQL refuses to be run by.
fn is_root() -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status
        .lines()
        .any(|line| line.starts_with("Uid:") && line.split_whitespace().nth(2) == Some("0"))
}

impl Server {
    /// Starts a server of its own with more settings, for what cannot be tried on the shared one.
    pub fn start(settings: &[&str]) -> Self {
        let mut command = if is_root() {
            let mut command = Command::new("setpriv");
            command.args(["--reuid=nobody", "--regid=nogroup", "--clear-groups", "sh"]);
            command
        } else {
            Command::new("sh")
        };
        command.args(["-c", GUARDIAN, "guardian"]).arg(programs());
        for setting in settings {
            command.args(["-c", setting]);
        }
        #[allow(clippy::zombie_processes)] // it outlives us by the moment in which it cleans up
        let mut guardian = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the guardian of the test server starts");
        let mut folder = String::new();
        let mut said = BufReader::new(guardian.stdout.take().unwrap());
        said.read_line(&mut folder).unwrap();
        assert!(!folder.is_empty(), "initdb failed, see above");
        let port = settings.iter().find_map(|setting| setting.strip_prefix("port="));
        let server = Self {
            folder: PathBuf::from(folder.trim()),
            port: port.map_or(5432, |port| port.parse().unwrap()),
            _until_closed: guardian.stdin.take().unwrap(),
            databases: AtomicU32::new(0),
        };
        let started = Instant::now();
        while let Err(error) = postgres::Client::connect(&server.url("postgres"), postgres::NoTls) {
            let log = || std::fs::read_to_string(server.folder.join("server.log"));
            assert!(started.elapsed() < Duration::from_secs(60), "{error}: {:?}", log());
            std::thread::sleep(Duration::from_millis(50));
        }
        server
    }

    /// The server that all tests of this binary share.
    #[allow(dead_code)] // not every test binary shares one
    pub fn shared() -> &'static Self {
        static SHARED: OnceLock<Server> = OnceLock::new();
        SHARED.get_or_init(|| Self::start(&[]))
    }

    /// The address of a database.
    pub fn url(&self, database: &str) -> String {
        let socket = self.folder.to_str().unwrap().replace('/', "%2F");
        format!("postgres://tutela@{socket}:{}/{database}", self.port)
    }

    /// A new empty database; gives its address.
    pub fn database(&self) -> String {
        let name = format!("test_{}", self.databases.fetch_add(1, Ordering::Relaxed));
        let mut client = postgres::Client::connect(&self.url("postgres"), postgres::NoTls).unwrap();
        client.batch_execute(&format!("CREATE DATABASE {name}")).unwrap();
        self.url(&name)
    }

    /// The folder in which the server keeps everything.
    #[allow(dead_code)] // not every test binary looks into it
    pub fn files(&self) -> &Path {
        &self.folder
    }
}
