//! Serves every page with its samples, to look at and to test in a browser. For development, on this machine only.

use axum::Router;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use tutela_web::assets::Assets;
use tutela_web::guard::Refusal;
use tutela_web::pages::frame::Frame;
use tutela_web::pages::gallery;
use tutela_web::serve::{Listening, serve};
use tutela_web::words::Words;
use tutela_web::{Settings, Web, with_guards};

type Made = Arc<BTreeMap<String, String>>;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let port = std::env::args().nth(1).map_or(Ok(8010), |p| p.parse())?;
    let assets = Assets::load()?;
    let mut made = BTreeMap::new();
    for (direction, words) in [("ltr", Words::load("en")?), ("rtl", Words::pseudo_rtl()?)] {
        let frame = Frame::sample(words, &assets);
        for (name, html) in gallery::all(&frame)? {
            made.insert(format!("{direction}/{name}"), html);
        }
    }
    let mut list = String::new();
    for name in made.keys() {
        writeln!(list, "<li><a href=\"/{name}\">{name}</a></li>")?;
    }
    made.insert(
        "list".to_owned(),
        format!("<!DOCTYPE html><title>Gallery</title><ul>{list}</ul>"),
    );
    let made: Made = Arc::new(made);
    let whole = made.clone();
    let pages = Router::new()
        .route("/", get(async move || answer(&whole, "list")))
        .route(
            "/{direction}/{name}",
            get(
                async move |Path((direction, name)): Path<(String, String)>, State(_): State<Web>| {
                    answer(&made, &format!("{direction}/{name}"))
                },
            ),
        );
    let listening = Listening {
        address: SocketAddr::from((Ipv4Addr::LOCALHOST, port)),
        tls: None,
        behind_proxy: None,
    };
    serve(listening, with_guards(Web::new(Settings::default())?, pages)).await?;
    Ok(())
}

fn answer(made: &Made, name: &str) -> Response {
    match made.get(name) {
        Some(html) => Html(html.clone()).into_response(),
        None => Refusal::NotFound.into_response(),
    }
}
