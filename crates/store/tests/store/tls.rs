//! The way to a database server that is not on this machine: TLS, with a certificate that is good for its name.

use crate::samples::*;
use crate::server::Server;
use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::path::{Path, PathBuf};
use tutela_store::*;

/// An authority of our own: its certificate, and what signs.
fn authority(folder: &Path, name: &str) -> (PathBuf, Issuer<'static, KeyPair>) {
    let mut params = CertificateParams::new(Vec::new()).unwrap();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let key = KeyPair::generate().unwrap();
    let file = folder.join(name);
    fs::write(&file, params.self_signed(&key).unwrap().pem()).unwrap();
    (file, Issuer::new(params, key))
}

/// A free port, on which the server then listens beside its socket.
fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

/// The folder is for the user by whom the server runs, who is not root.
fn hand_over(folder: &Path) {
    if fs::metadata(folder).unwrap().uid() == 0 {
        const NOBODY: u32 = 65534;
        for file in fs::read_dir(folder).unwrap() {
            chown(file.unwrap().path(), Some(NOBODY), Some(NOBODY)).unwrap();
        }
        fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).unwrap();
    }
}

#[test]
fn a_server_elsewhere_is_reached_by_tls_and_believed_only_for_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let keys = tempfile::tempdir().unwrap();
    let (root, issuer) = authority(keys.path(), "root.pem");
    let (stranger, _) = authority(keys.path(), "stranger.pem");
    let key = KeyPair::generate().unwrap();
    let made = CertificateParams::new(vec!["localhost".to_owned()]).unwrap();
    let (certificate, key_file) = (folder.path().join("server.pem"), folder.path().join("server.key"));
    fs::write(&certificate, made.signed_by(&key, &issuer).unwrap().pem()).unwrap();
    fs::write(&key_file, key.serialize_pem()).unwrap();
    fs::set_permissions(&key_file, fs::Permissions::from_mode(0o600)).unwrap();
    hand_over(folder.path());
    let start = |tls: &[&str]| {
        let port = free_port();
        let port_setting = format!("port={port}");
        let listening = ["listen_addresses=127.0.0.1", port_setting.as_str()];
        (Server::start(&[&listening[..], tls].concat()), port)
    };
    let files = [
        format!("ssl_cert_file={}", certificate.display()),
        format!("ssl_key_file={}", key_file.display()),
    ];
    let (server, port) = start(&["ssl=on", &files[0], &files[1]]);
    let source = key_in(keys.path());
    let url = |host: &str, parameters: &str| -> PostgresUrl {
        format!("postgres://tutela@{host}:{port}/postgres?{parameters}")
            .parse()
            .unwrap()
    };
    let believing = |mode: &str, root: &Path| format!("sslmode={mode}&sslrootcert={}", root.display());

    // Nothing is made on a server that is not believed.
    let refused = |host: &str, parameters: &str, what: &str| {
        let error = PostgresStore::open_or_create(&url(host, parameters), &source).unwrap_err();
        assert!(matches!(error, StoreError::Untrusted { .. }), "{error:?}");
        assert!(error.to_string().contains(what), "{error}");
    };
    refused(
        "localhost",
        &believing("require", &stranger),
        "an authority that is believed",
    );
    refused("localhost", "sslmode=verify-full", "an authority that is believed");
    refused("127.0.0.1", &believing("verify-full", &root), "another name");
    let none = url("localhost", &believing("require", &keys.path().join("none.pem")));
    let unread = PostgresStore::open_or_create(&none, &source).unwrap_err();
    assert!(unread.to_string().contains("sslrootcert"), "{unread}");

    // By every mode that asks for TLS the same connection is made.
    let (store, first) =
        PostgresStore::open_or_create(&url("localhost", &believing("require", &root)), &source).unwrap();
    assert!(first.is_some(), "none of the refused made a store");
    store.create_case(new_case(1, &["one"])).unwrap();
    let mut raw = postgres::Client::connect(&server.url("postgres"), postgres::NoTls).unwrap();
    let sql = "SELECT count(*), count(*) FILTER (WHERE ssl) FROM pg_stat_ssl
               JOIN pg_stat_activity USING (pid) WHERE application_name = 'tutela'";
    let row = raw.query_one(sql, &[]).unwrap();
    let (all, by_tls): (i64, i64) = (row.get(0), row.get(1));
    assert!(all > 0 && all == by_tls, "{all} {by_tls}");
    drop(store);
    let full = url("localhost", &believing("verify-full", &root));
    assert_eq!(
        PostgresStore::open(&full, &source).unwrap().load(case(1)).unwrap().head,
        1
    );

    // A server without TLS is not spoken to plainly when TLS was asked for.
    let (_plain, port) = start(&["ssl=off"]);
    let url = |mode: &str| format!("postgres://tutela@localhost:{port}/postgres?sslmode={mode}");
    let error = PostgresStore::open(&url("require").parse().unwrap(), &source).unwrap_err();
    assert!(error.to_string().contains("does not speak TLS"), "{error}");
    let plainly = PostgresStore::open(&url("disable").parse().unwrap(), &source).unwrap_err();
    assert!(matches!(plainly, StoreError::NotThere(_)), "{plainly:?}");
}
