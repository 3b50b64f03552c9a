//! Answering on an address: with TLS of our own, or behind a proxy that is trusted, or on this machine only.

use axum::Router;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum_server::Handle;
use axum_server::tls_rustls::RustlsConfig;
use ipnet::IpNet;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::path::PathBuf;
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
    /// The certificate cannot be used.
    #[error("the certificate {certificate} with the key {key} cannot be used: {reason}")]
    Certificate {
        /// The certificate.
        certificate: PathBuf,
        /// The key.
        key: PathBuf,
        /// Why.
        reason: std::io::Error,
    },
    /// The address cannot be used.
    #[error("cannot listen on {address}: {reason}")]
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

    /// Refuses to answer other machines without TLS.
    pub fn check(&self) -> Result<(), ServeError> {
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

/// Answers until the process is asked to end, then finishes what has begun.
pub async fn serve(listening: Listening, mut app: Router) -> Result<(), ServeError> {
    listening.check()?;
    let address = listening.address;
    if let Some(trusted) = listening.behind_proxy {
        app = app.layer(from_fn_with_state(Arc::from(trusted), only_from_proxy));
    }
    let bad_address = |reason| ServeError::Address { address, reason };
    let listener = TcpListener::bind(address).map_err(bad_address)?;
    listener.set_nonblocking(true).map_err(bad_address)?;
    let handle = Handle::new();
    tokio::spawn(end(handle.clone()));
    let service = app.into_make_service_with_connect_info::<SocketAddr>();
    tracing::info!(%address, tls = listening.tls.is_some(), "listening");
    match listening.tls {
        Some(tls) => {
            // Said here, because a second provider anywhere among the dependencies would leave it open.
            let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
            let config = RustlsConfig::from_pem_file(&tls.certificate, &tls.key)
                .await
                .map_err(|reason| ServeError::Certificate {
                    certificate: tls.certificate,
                    key: tls.key,
                    reason,
                })?;
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
        assert!(listening("127.0.0.1:8000", None).check().is_ok());
        assert!(listening("[::1]:8000", None).check().is_ok());
        for address in ["0.0.0.0:8000", "[::]:8000", "192.0.2.7:443"] {
            assert!(listening(address, None).check().is_err(), "{address}");
            assert!(listening(address, Some(&[])).check().is_err(), "{address}");
            assert!(listening(address, Some(&["192.0.2.0/24"])).check().is_ok(), "{address}");
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
