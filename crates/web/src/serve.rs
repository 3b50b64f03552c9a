//! Answering on an address: with TLS of our own, or behind a proxy that is trusted, or on this machine only.

use axum::Router;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum_server::Handle;
use axum_server::tls_rustls::RustlsConfig;
use ipnet::IpNet;
use rustls::pki_types::pem::{self, PemObject};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// The files of a certificate, in PEM.
#[derive(Clone, Debug)]
pub struct Tls {
    /// The certificate with those above it.
    pub certificate: PathBuf,
    /// Its private key.
    pub key: PathBuf,
}

/// Where and how to answer.
#[derive(Clone, Debug)]
pub struct Listening {
    /// The address.
    pub address: SocketAddr,
    /// TLS of our own.
    pub tls: Option<Tls>,
    /// The addresses of a proxy that gives TLS; requests from any other are refused.
    pub behind_proxy: Option<Vec<IpNet>>,
}

/// The web application cannot answer.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// It would answer others without TLS.
    #[error(
        "{0} can be reached from other machines: give a certificate and its key, or --behind-proxy with the \
         addresses of a proxy that gives TLS, or listen on 127.0.0.1"
    )]
    WithoutTls(SocketAddr),
    /// A proxy without addresses.
    #[error("--behind-proxy needs the addresses of the proxy: without them anybody could speak to us without TLS")]
    ProxyWithoutAddresses,
    /// The certificate or its key cannot be used.
    #[error(
        "{file} cannot be used for TLS ({reason}): nothing was started, the data are untouched; give a certificate and \
         the key that belongs to it, both in PEM, without a passphrase, and readable for the user that runs Tutela"
    )]
    Certificate {
        /// The file of the certificate, or of the key.
        file: PathBuf,
        /// Why.
        reason: String,
    },
    /// The address cannot be used.
    #[error(
        "cannot listen on {address} ({reason}): nothing was started, the data are untouched; end what answers there, or \
         give another address and port with --listen"
    )]
    Address {
        /// Which.
        address: SocketAddr,
        /// Why.
        reason: std::io::Error,
    },
    /// It ended with an error.
    #[error("the server ended: {0}")]
    Ended(std::io::Error),
}

impl Listening {
    /// Whether browsers reach it over TLS: what [`crate::Settings::tls`] must say.
    pub fn is_tls(&self) -> bool {
        self.tls.is_some() || self.behind_proxy.is_some()
    }

    /// Refuses what cannot be answered at: other machines without TLS, a certificate that cannot be used, an address that is
    /// taken or not ours. So that it is said before anything else is done.
    ///
    /// # Errors
    /// As [`ServeError`] has them.
    pub fn check(&self) -> Result<(), ServeError> {
        self.is_safe()?;
        if let Some(tls) = &self.tls {
            tls.read()?;
        }
        self.bind().map(|_| ())
    }

    fn bind(&self) -> Result<TcpListener, ServeError> {
        let listener = TcpListener::bind(self.address);
        listener.map_err(|reason| ServeError::Address {
            address: self.address,
            reason,
        })
    }

    /// Refuses to answer other machines without TLS.
    fn is_safe(&self) -> Result<(), ServeError> {
        if self.behind_proxy.as_ref().is_some_and(Vec::is_empty) {
            return Err(ServeError::ProxyWithoutAddresses);
        }
        if self.is_tls() || self.address.ip().is_loopback() {
            Ok(())
        } else {
            Err(ServeError::WithoutTls(self.address))
        }
    }
}

impl Tls {
    fn read(&self) -> Result<RustlsConfig, ServeError> {
        let unusable = |file: &Path, reason: String| ServeError::Certificate {
            file: file.to_owned(),
            reason,
        };
        let chain: Vec<_> = CertificateDer::pem_file_iter(&self.certificate)
            .and_then(Iterator::collect)
            .map_err(|error| unusable(&self.certificate, error.to_string()))?;
        if chain.is_empty() {
            return Err(unusable(&self.certificate, "it holds no certificate".to_owned()));
        }
        let key = PrivateKeyDer::from_pem_file(&self.key).map_err(|error| {
            let reason = match error {
                pem::Error::NoItemsFound => "it holds no key that can be read".to_owned(),
                other => other.to_string(),
            };
            unusable(&self.key, reason)
        })?;
        // Said here, because a second provider anywhere among the dependencies would leave it open.
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let mut config = rustls::ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .and_then(|builder| builder.with_no_client_auth().with_single_cert(chain, key))
            .map_err(|error| {
                let reason = match error {
                    rustls::Error::InconsistentKeys(_) => "it is not the key of this certificate".to_owned(),
                    other => other.to_string(),
                };
                unusable(&self.key, reason)
            })?;
        config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
        Ok(RustlsConfig::from_config(Arc::new(config)))
    }
}

/// Answers until the process is asked to end, then finishes what has begun.
pub async fn serve(listening: Listening, mut app: Router) -> Result<(), ServeError> {
    listening.is_safe()?;
    let address = listening.address;
    let tls = listening.tls.as_ref().map(Tls::read).transpose()?;
    let listener = listening.bind()?;
    if let Some(trusted) = listening.behind_proxy {
        app = app.layer(from_fn_with_state(Arc::from(trusted), only_from_proxy));
    }
    let bad_address = |reason| ServeError::Address { address, reason };
    listener.set_nonblocking(true).map_err(bad_address)?;
    let handle = Handle::new();
    tokio::spawn(end(handle.clone()));
    let service = app.into_make_service_with_connect_info::<SocketAddr>();
    tracing::info!(%address, tls = tls.is_some(), "listening");
    match tls {
        Some(config) => {
            let mut server = axum_server::from_tcp_rustls(listener, config).map_err(bad_address)?;
            patience(server.http_builder());
            server.handle(handle).serve(service).await
        }
        None => {
            let mut server = axum_server::from_tcp(listener).map_err(bad_address)?;
            patience(server.http_builder());
            server.handle(handle).serve(service).await
        }
    }
    .map_err(ServeError::Ended)
}

/// A browser that sends its headers drop by drop is not waited for.
fn patience(builder: &mut hyper_util::server::conn::auto::Builder<hyper_util::rt::TokioExecutor>) {
    builder
        .http1()
        .timer(hyper_util::rt::TokioTimer::new())
        .header_read_timeout(Duration::from_secs(15));
}

async fn only_from_proxy(
    State(trusted): State<Arc<[IpNet]>>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    request: Request,
    next: Next,
) -> Response {
    if is_trusted(&trusted, peer.ip()) {
        next.run(request).await
    } else {
        tracing::warn!("a request that did not come from the proxy was refused");
        StatusCode::FORBIDDEN.into_response()
    }
}

fn is_trusted(trusted: &[IpNet], peer: IpAddr) -> bool {
    // An IPv4 peer of an IPv6 socket shows as ::ffff:a.b.c.d.
    let peer = peer.to_canonical();
    trusted.iter().any(|net| net.contains(&peer))
}

async fn end(handle: Handle<SocketAddr>) {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        _ = interrupt => {}
        () = terminate => {}
    }
    handle.graceful_shutdown(Some(Duration::from_secs(10)));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listening(address: &str, proxy: Option<&[&str]>) -> Listening {
        Listening {
            address: address.parse().unwrap(),
            tls: None,
            behind_proxy: proxy.map(|nets| nets.iter().map(|n| n.parse().unwrap()).collect()),
        }
    }

    #[test]
    fn other_machines_are_not_answered_without_tls() {
        assert!(listening("127.0.0.1:8000", None).is_safe().is_ok());
        assert!(listening("[::1]:8000", None).is_safe().is_ok());
        for address in ["0.0.0.0:8000", "[::]:8000", "192.0.2.7:443"] {
            assert!(listening(address, None).is_safe().is_err(), "{address}");
            assert!(listening(address, Some(&[])).is_safe().is_err(), "{address}");
            assert!(
                listening(address, Some(&["192.0.2.0/24"])).is_safe().is_ok(),
                "{address}"
            );
        }
    }

    #[test]
    fn only_the_proxy_is_trusted() {
        let trusted = ["192.0.2.0/24".parse().unwrap()];
        assert!(is_trusted(&trusted, "192.0.2.9".parse().unwrap()));
        assert!(is_trusted(&trusted, "::ffff:192.0.2.9".parse().unwrap()));
        assert!(!is_trusted(&trusted, "198.51.100.9".parse().unwrap()));
    }
}
