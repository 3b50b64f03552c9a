//! "Did you mean …?" for names that do not exist.

use tutela_domain::facts::FACTS;

/// The remedy for an unknown name: the nearest that exists, or the list when it is short.
pub(crate) fn remedy<'n>(name: &str, names: impl IntoIterator<Item = &'n str>) -> String {
    let names: Vec<&str> = names.into_iter().collect();
    let nearest = names
        .iter()
        .map(|n| (strsim::damerau_levenshtein(&head(name), n), n))
        .min_by_key(|(distance, _)| *distance)
        .filter(|(distance, n)| *distance <= 1 + n.chars().count() / 4);
    match nearest {
        Some((_, near)) => format!("Did you mean `{near}`?"),
        None if names.is_empty() => "There is nothing of that kind here.".to_owned(),
        None if names.len() <= 16 => format!("There are: {}.", names.join(", ")),
        None => "`tutela pack facts` prints what there is.".to_owned(),
    }
}

/// The remedy for an unknown fact: the nearest, or those that begin alike.
pub(crate) fn fact(name: &str) -> String {
    let near = remedy(name, FACTS.iter().map(|f| f.name));
    let root = name.split('.').next().unwrap_or_default();
    let alike: Vec<&str> = FACTS
        .iter()
        .map(|f| f.name)
        .filter(|f| f.split('.').next() == Some(root))
        .collect();
    if near.starts_with("Did") || alike.is_empty() {
        near
    } else {
        remedy(name, alike)
    }
}

/// The beginning of a name, and all of it when it is of reasonable length: distances are quadratic.
fn head(name: &str) -> String {
    name.chars().take(80).collect()
}
