//! Converting and comparing names.

/// Converts to camel case: `attach_phone_numbers` to `attachPhoneNumbers`.
#[must_use]
pub fn camel(name: &str) -> String {
    let mut camel = String::with_capacity(name.len());
    let mut upper = false;
    for letter in name.chars() {
        if letter == '_' {
            upper = true;
        } else {
            camel.push(if upper { letter.to_ascii_uppercase() } else { letter });
            upper = false;
        }
    }
    camel
}

/// `attachPhoneNumbers` as Rust writes it: `attach_phone_numbers`.
#[must_use]
pub fn snake(name: &str) -> String {
    let mut snake = String::with_capacity(name.len());
    for letter in name.chars() {
        if letter.is_ascii_uppercase() {
            snake.push('_');
        }
        snake.push(letter.to_ascii_lowercase());
    }
    snake
}

/// The known name that is most similar to a misspelled one, if at most a third of its letters differ, ignoring case and
/// separators. A name that begins with `from` or `to` is that of one end of a call: no name of the other is suggested for it.
/// `pkg-template/shared/nearest.js` is the same in JavaScript.
#[must_use]
pub fn nearest<'a>(name: &str, known: &[&'a str]) -> Option<&'a str> {
    let mut limit = (name.len().max(3) / 3).min(4);
    let mut best = None;
    let name = plain(name);
    for candidate in known {
        let is_end = |name: &str| name.starts_with("from") || name.starts_with("to");
        if (is_end(candidate) || is_end(&name)) && name.as_bytes().first() != candidate.as_bytes().first() {
            continue;
        }
        let distance = distance(name.as_bytes(), plain(candidate).as_bytes(), limit);
        // Of equally similar names, the first.
        if distance < limit || distance == limit && best.is_none() {
            limit = distance;
            best = Some(*candidate);
        }
    }
    best
}

/// The text in lower case, without separators.
#[must_use]
pub fn plain(text: &str) -> String {
    let mut plain = String::new();
    for letter in text.chars() {
        if !matches!(letter, '_' | '-' | ' ') {
            plain.push(letter.to_ascii_lowercase());
        }
    }
    plain
}

/// The edit distance: letters to replace, insert, delete or swap with their neighbor. A result above `limit` means only
/// that the distance is above it. `limit` is small, so recursion needs no table of distances.
fn distance(from: &[u8], to: &[u8], limit: usize) -> usize {
    let apart = from.len().abs_diff(to.len());
    let ([first, from_rest @ ..], [other, to_rest @ ..]) = (from, to) else { return apart };
    if apart > limit {
        return apart;
    }
    if first == other {
        return distance(from_rest, to_rest, limit);
    }
    let Some(less) = limit.checked_sub(1) else { return 1 };
    let mut least = distance(from_rest, to_rest, less)
        .min(distance(from_rest, to, less))
        .min(distance(from, to_rest, less));
    if let ([second, from_rest @ ..], [another, to_rest @ ..]) = (from_rest, to_rest)
        && first == another
        && second == other
    {
        least = least.min(distance(from_rest, to_rest, less));
    }
    least.saturating_add(1)
}

#[cfg(test)]
mod tests {
    use super::{camel, snake};

    #[test]
    fn camel_joins_words() {
        assert_eq!(camel("get_web_socket_media_base_url"), "getWebSocketMediaBaseUrl");
        assert_eq!(camel("list"), "list");
        assert_eq!(snake("getWebSocketMediaBaseUrl"), "get_web_socket_media_base_url");
        assert_eq!(snake("phoneBooks.entries.create"), "phone_books.entries.create");
    }
}
