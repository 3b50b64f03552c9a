//! The server itself, on this machine: over TLS, and refused where it would not be safe.

#![allow(clippy::unwrap_used, clippy::panic)] // a test may panic

use axum::Router;
use axum::routing::get;
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};
use tutela_web::serve::{Listening, ServeError, Tls, serve};
use tutela_web::{Settings, Web, with_guards};

fn free() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap()
}

async fn reach(address: SocketAddr) -> TcpStream {
    for _ in 0..100 {
        if let Ok(stream) = TcpStream::connect(address).await {
            return stream;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("the server did not start")
}

/// A page to ask for.
fn pages(web: Web) -> Router {
    with_guards(web, Router::new().route("/sign-in", get(async || "here")))
}

const REQUEST: &[u8] = b"GET /sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

#[tokio::test]
async fn a_page_comes_over_tls_and_asks_to_stay_there() {
    let made = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let tls = Tls {
        certificate: folder.path().join("certificate.pem"),
        key: folder.path().join("key.pem"),
    };
    std::fs::write(&tls.certificate, made.cert.pem()).unwrap();
    std::fs::write(&tls.key, made.signing_key.serialize_pem()).unwrap();
    let address = free();
    let listening = Listening {
        address,
        tls: Some(tls),
        behind_proxy: None,
    };
    let settings = Settings {
        tls: listening.is_tls(),
        training: false,
    };
    tokio::spawn(serve(listening, pages(Web::new(settings).unwrap())));

    let stream = reach(address).await;
    let mut roots = RootCertStore::empty();
    roots.add(made.cert.der().clone()).unwrap();
    let config = ClientConfig::builder()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let name = ServerName::try_from("localhost").unwrap();
    let mut stream = TlsConnector::from(Arc::new(config))
        .connect(name, stream)
        .await
        .unwrap();
    stream.write_all(REQUEST).await.unwrap();
    let mut answer = String::new();
    // The server may close without a farewell of TLS; what it said counts.
    let _ = stream.read_to_string(&mut answer).await;
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(answer.contains("strict-transport-security: max-age="));
    assert!(answer.contains("set-cookie: __Host-tutela=") && answer.contains("Secure"));

    // Without TLS the same door says nothing.
    let mut plain = reach(address).await;
    plain.write_all(REQUEST).await.unwrap();
    let mut answer = Vec::new();
    let _ = plain.read_to_end(&mut answer).await;
    assert!(!answer.starts_with(b"HTTP"));
}

#[tokio::test]
async fn only_the_proxy_is_answered() {
    for (trusted, status) in [("127.0.0.0/8", "200"), ("192.0.2.0/24", "403")] {
        let address = free();
        let listening = Listening {
            address,
            tls: None,
            behind_proxy: Some(vec![trusted.parse().unwrap()]),
        };
        let settings = Settings {
            tls: listening.is_tls(),
            training: false,
        };
        tokio::spawn(serve(listening, pages(Web::new(settings).unwrap())));
        let mut stream = reach(address).await;
        stream.write_all(REQUEST).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{answer}");
    }
}

#[tokio::test]
async fn what_is_not_safe_does_not_start() {
    let web = || pages(Web::new(Settings::default()).unwrap());
    let open = Listening {
        address: "0.0.0.0:0".parse().unwrap(),
        tls: None,
        behind_proxy: None,
    };
    assert!(matches!(
        serve(open.clone(), web()).await,
        Err(ServeError::WithoutTls(_))
    ));
    let folder = tempfile::tempdir().unwrap();
    // A certificate and a key that are whole, those of another, and files that are neither.
    let [made, other] = ["one", "two"].map(|name| rcgen::generate_simple_self_signed(vec![name.to_owned()]).unwrap());
    let file = |name: &str, text: &str| {
        let file = folder.path().join(name);
        std::fs::write(&file, text).unwrap();
        file
    };
    let certificate = file("certificate.pem", &made.cert.pem());
    let key = file("key.pem", &made.signing_key.serialize_pem());
    let another = file("other.pem", &other.signing_key.serialize_pem());
    let letter = file("letter.pem", "Dear Sir or Madam");
    let nothing = folder.path().join("none.pem");
    let with = |certificate: &Path, key: &Path| Listening {
        address: free(),
        tls: Some(Tls {
            certificate: certificate.to_owned(),
            key: key.to_owned(),
        }),
        ..open.clone()
    };
    assert!(with(&certificate, &key).check().is_ok());
    for (certificate, key, file, why) in [
        (&nothing, &key, &nothing, "No such file"),
        (&letter, &key, &letter, "no certificate"),
        (&certificate, &nothing, &nothing, "No such file"),
        (&certificate, &letter, &letter, "no key"),
        (&certificate, &another, &another, "not the key of this certificate"),
    ] {
        let listening = with(certificate, key);
        let early = listening.check().unwrap_err().to_string();
        let late = serve(listening, web()).await.unwrap_err().to_string();
        assert_eq!(early, late);
        assert!(early.contains(file.to_str().unwrap()) && early.contains(why), "{early}");
        assert!(early.contains("untouched; give a certificate"), "{early}");
    }
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let listening = Listening {
        address: taken.local_addr().unwrap(),
        ..open
    };
    assert!(matches!(listening.check(), Err(ServeError::Address { .. })));
}
