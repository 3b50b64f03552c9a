//! The program that is measured, as people run it, and what the machine says of it.

use crate::Failure;
use std::fs::File;
use std::io::{Seek, SeekFrom, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Ticks of the processor's clock in a second, as Linux counts them for programs.
const TICKS: u64 = 100;

/// `tutela serve` on a training folder.
pub struct Server {
    child: Child,
    pub port: u16,
    /// From its start to its first answer.
    pub started_in: Duration,
}

impl Server {
    pub fn start(tutela: &Path, data: &Path) -> Result<Self, Failure> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let began = Instant::now();
        let child = Command::new(tutela)
            // As the service does: dist/tutela.service.
            .env("MALLOC_ARENA_MAX", "2")
            .arg("serve")
            .arg("--data")
            .arg(data)
            .arg("--key-file")
            .arg(data.join("training.key"))
            .args(["--listen", &format!("127.0.0.1:{port}")])
            .stdout(Stdio::null())
            .stderr(File::create(data.join("bench-server.log"))?)
            .spawn()?;
        let mut server = Self {
            child,
            port,
            started_in: Duration::ZERO,
        };
        while began.elapsed() < Duration::from_secs(60) {
            if answers(port) {
                server.started_in = began.elapsed();
                return Ok(server);
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        Err("the server does not answer".into())
    }

    /// Its resident memory that no file backs, in MiB.
    pub fn memory(&self) -> Result<f64, Failure> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|l| l.strip_prefix("RssAnon:"));
        let kib: f64 = line.and_then(|l| l.split_whitespace().next()).unwrap_or("0").parse()?;
        Ok(kib / 1024.0)
    }

    /// How long the processor has worked for it so far.
    pub fn worked(&self) -> Result<Duration, Failure> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        // After the name, which may hold anything: state, ten numbers, then ticks in user and in system mode.
        let fields = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
        let ticks: u64 = fields
            .split_whitespace()
            .skip(11)
            .take(2)
            .filter_map(|n| n.parse::<u64>().ok())
            .sum();
        Ok(Duration::from_millis(ticks * 1000 / TICKS))
    }

    /// Ends it at once, as a power cut does.
    pub fn kill(mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn answers(port: u16) -> bool {
    use std::io::Read;
    let ask = || -> std::io::Result<bool> {
        let mut stream = TcpStream::connect(("127.0.0.1", port))?;
        stream.set_read_timeout(Some(Duration::from_secs(5)))?;
        write!(
            stream,
            "GET /sign-in HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n"
        )?;
        let mut head = [0; 12];
        stream.read_exact(&mut head)?;
        Ok(head.ends_with(b"200"))
    };
    ask().unwrap_or(false)
}

/// How often in a second the disk of a folder takes 4 KiB for good, one after the other.
pub fn disk_rate(folder: &Path, time: Duration) -> Result<f64, Failure> {
    let path = folder.join("bench-disk-rate");
    let mut file = File::create(&path)?;
    let block = [7; 4096];
    let began = Instant::now();
    let mut count = 0_u32;
    while began.elapsed() < time {
        if count.is_multiple_of(1024) {
            file.seek(SeekFrom::Start(0))?;
        }
        file.write_all(&block)?;
        file.sync_data()?;
        count += 1;
    }
    let rate = f64::from(count) / began.elapsed().as_secs_f64();
    drop(file);
    std::fs::remove_file(path)?;
    Ok(rate)
}

/// The bytes of all files of a folder.
pub fn size(folder: &Path) -> Result<u64, Failure> {
    let mut sum = 0;
    for entry in std::fs::read_dir(folder)? {
        sum += entry?.metadata()?.len();
    }
    Ok(sum)
}
