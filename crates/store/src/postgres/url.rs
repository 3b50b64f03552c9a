//! The address of a database: read once, never shown with its password.

use crate::error::StoreError;
use postgres::config::{Host, SslMode, TargetSessionAttrs};
use postgres::{Client, Config};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use std::path::PathBuf;
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;
use tokio_postgres_rustls::MakeRustlsConnect;

/// How long to wait for a server that does not answer.
const PATIENCE: Duration = Duration::from_secs(10);

/// The address of a PostgreSQL database, such as `postgres://tutela@db.example/tutela`. `Display` and `Debug` leave its
/// password out.
///
/// Without `sslmode`, a server that is reached by a socket or on this machine is spoken to plainly, any other by TLS, and
/// its certificate must be good for its name (`verify-full`). `sslmode=disable` speaks plainly to any server; every other
/// mode is read as `verify-full`, since TLS with an unknown server keeps nothing secret. `sslrootcert` names a file of
/// the certificates to trust in place of the system's.
#[derive(Clone)]
pub struct PostgresUrl {
    config: Box<Config>,
    tls: bool,
    root: Option<PathBuf>,
    shown: String,
}

impl FromStr for PostgresUrl {
    type Err = StoreError;

    fn from_str(url: &str) -> Result<Self, StoreError> {
        // None of these texts may quote the address: it may hold a password.
        let refused = |why| StoreError::NotAcceptable {
            field: "the address of the database",
            why,
        };
        if !["postgres://", "postgresql://"]
            .iter()
            .any(|start| url.starts_with(start))
        {
            return Err(refused("does not begin with postgres://"));
        }
        let (start, parameters) = url.split_once('?').unwrap_or((url, ""));
        let (mut mode, mut root, mut others) = (None, None, Vec::new());
        for parameter in parameters.split('&').filter(|parameter| !parameter.is_empty()) {
            match parameter.split_once('=') {
                Some(("sslmode", value)) => mode = Some(value),
                Some(("sslrootcert", value)) if value.contains('%') => {
                    return Err(refused("names an sslrootcert with a percent sign"));
                }
                Some(("sslrootcert", value)) => root = Some(PathBuf::from(value)),
                _ => others.push(parameter),
            }
        }
        let mut config: Config = format!("{start}?{}", others.join("&"))
            .parse()
            .map_err(|_| refused("cannot be read; write it like postgres://user@host/database"))?;
        let tls = match mode {
            None => !is_here(&config),
            Some("disable") => false,
            Some("prefer" | "require" | "verify-ca" | "verify-full") => true,
            Some(_) => return Err(refused("names an sslmode that is none")),
        };
        config
            .ssl_mode(if tls { SslMode::Require } else { SslMode::Disable })
            .target_session_attrs(TargetSessionAttrs::ReadWrite)
            .application_name("tutela")
            .notice_callback(|_| {});
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(PATIENCE);
        }
        // A server that vanished is noticed while people still wait for an answer.
        if config.get_tcp_user_timeout().is_none() {
            config.tcp_user_timeout(PATIENCE * 3);
        }
        config
            .keepalives_idle(PATIENCE * 3)
            .keepalives_interval(PATIENCE)
            .keepalives_retries(3);
        Ok(Self {
            shown: shown(&config),
            config: Box::new(config),
            tls,
            root,
        })
    }
}

/// Whether every server of an address is reached by a socket or on this machine.
fn is_here(config: &Config) -> bool {
    let hosts = config.get_hosts().iter().all(|host| match host {
        Host::Tcp(name) => name == "localhost" || name.parse().is_ok_and(|ip: std::net::IpAddr| ip.is_loopback()),
        Host::Unix(_) => true,
    });
    let addresses = config.get_hostaddrs();
    if addresses.is_empty() {
        hosts
    } else {
        addresses.iter().all(std::net::IpAddr::is_loopback)
    }
}

/// User, hosts, ports and database, and nothing else of an address.
fn shown(config: &Config) -> String {
    let mut ports = config.get_ports().iter();
    let mut last = None;
    let hosts: Vec<String> = config
        .get_hosts()
        .iter()
        .map(|host| {
            last = ports.next().or(last);
            let port = last.map_or(String::new(), |port| format!(":{port}"));
            match host {
                Host::Tcp(name) => format!("{name}{port}"),
                Host::Unix(folder) => format!("{}{port}", folder.display()),
            }
        })
        .collect();
    let user = config.get_user().map_or(String::new(), |user| format!("{user}@"));
    format!(
        "postgres://{user}{}/{}",
        hosts.join(","),
        config.get_dbname().unwrap_or_default()
    )
}

impl std::fmt::Display for PostgresUrl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.shown)
    }
}

impl std::fmt::Debug for PostgresUrl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PostgresUrl({})", self.shown)
    }
}

impl PostgresUrl {
    /// A new connection.
    pub(super) fn connect(&self) -> Result<Client, StoreError> {
        let connected = if self.tls {
            self.config.connect(MakeRustlsConnect::new(self.trusted()?))
        } else {
            self.config.connect(postgres::NoTls)
        };
        Ok(connected?)
    }

    /// Which certificates are believed.
    fn trusted(&self) -> Result<rustls::ClientConfig, StoreError> {
        let mut roots = rustls::RootCertStore::empty();
        let unreadable = || StoreError::NotAcceptable {
            field: "the file of sslrootcert",
            why: "holds no certificate that can be read",
        };
        match &self.root {
            Some(file) => {
                let certificates = CertificateDer::pem_file_iter(file).map_err(|_| unreadable())?;
                for certificate in certificates {
                    roots
                        .add(certificate.map_err(|_| unreadable())?)
                        .map_err(|_| unreadable())?;
                }
                if roots.is_empty() {
                    return Err(unreadable());
                }
            }
            // Certificates of the system that cannot be read are left out: less is believed, not more.
            None => {
                roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
            }
        }
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let config = rustls::ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|_| StoreError::Unreachable {
                why: "TLS cannot be set up".to_owned(),
            })?;
        Ok(config.with_root_certificates(roots).with_no_client_auth())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(text: &str) -> PostgresUrl {
        text.parse().unwrap()
    }

    #[test]
    fn tls_is_asked_of_every_server_that_is_not_here() {
        for (text, tls) in [
            ("postgres://u@%2Frun%2Fpostgresql/t", false),
            ("postgres://u@localhost/t", false),
            ("postgres://u@127.0.0.1:5433/t", false),
            ("postgresql://u@[::1]/t", false),
            ("postgres://u@db.example/t", true),
            ("postgres://u@localhost,db.example/t", true),
            ("postgres://u@10.0.0.4/t?connect_timeout=3", true),
            ("postgres://u@localhost/t?hostaddr=10.0.0.4", true),
            ("postgres://u@db.example/t?sslmode=disable", false),
            ("postgres://u@db.example/t?sslmode=prefer", true),
            ("postgres://u@localhost/t?sslmode=require&sslrootcert=/etc/ca.pem", true),
        ] {
            assert_eq!(url(text).tls, tls, "{text}");
        }
    }

    #[test]
    fn the_password_is_never_shown() {
        let url = url("postgres://mira:hunter2@db.example:5433/cases?sslmode=verify-full");
        assert_eq!(url.to_string(), "postgres://mira@db.example:5433/cases");
        assert!(!format!("{url:?}").contains("hunter2"));
        for wrong in [
            "postgres://mira:hunter2@db.example/t?sslmode=hunter2",
            "postgres://mira:hunter2@db.example/t?nonsense=1",
            "postgres://mira:hunter2@db.example:none/t",
            "mysql://mira:hunter2@db.example/t",
        ] {
            let error = wrong.parse::<PostgresUrl>().unwrap_err();
            assert!(!format!("{error} {error:?}").contains("hunter2"), "{error}");
        }
    }
}
