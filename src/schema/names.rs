//! Names from one world to the other.

/// `attach_phone_numbers` as JavaScript writes it: `attachPhoneNumbers`.
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

/// The known name nearest to a mistyped one, if one is near enough to be meant.
///
/// Near enough: at most a third of the letters have to change, case aside.
pub fn nearest<'a>(name: &str, known: &[&'a str]) -> Option<&'a str> {
    let mut limit = (name.len().max(3) / 3).min(4);
    let mut best = None;
    for candidate in known {
        let distance = distance(name, candidate, limit);
        // The first of the nearest: a later one must be nearer.
        if distance < limit || distance == limit && best.is_none() {
            limit = distance;
            best = Some(*candidate);
        }
    }
    best
}

/// How many letters have to be changed, put in, taken out or swapped with their neighbour; `limit`
/// and one more stands for all that is above it.
fn distance(from: &str, to: &str, limit: usize) -> usize {
    let plain = |text: &str| -> Vec<u8> {
        let mut plain = text.as_bytes().to_ascii_lowercase();
        plain.retain(|letter| !matches!(letter, b'_' | b'-' | b' '));
        plain
    };
    let (from, to) = (plain(from), plain(to));
    if from.len().abs_diff(to.len()) > limit {
        return limit.saturating_add(1);
    }
    let mut two_up: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=to.len()).collect();
    for (row, letter) in from.iter().enumerate() {
        let mut line = vec![row.saturating_add(1)];
        for (column, other) in to.iter().enumerate() {
            let at = |line: &[usize], column: usize| line.get(column).copied().unwrap_or(usize::MAX);
            let changed = at(&above, column).saturating_add(usize::from(letter != other));
            let taken = at(&above, column.saturating_add(1)).saturating_add(1);
            let put = at(&line, column).saturating_add(1);
            let mut least = changed.min(taken).min(put);
            if let (Some(before_row), Some(before_column)) = (row.checked_sub(1), column.checked_sub(1))
                && from.get(before_row) == Some(other)
                && to.get(before_column) == Some(letter)
            {
                least = least.min(at(&two_up, before_column).saturating_add(1));
            }
            line.push(least);
        }
        two_up = core::mem::replace(&mut above, line);
    }
    above.last().copied().unwrap_or(limit.saturating_add(1))
}

#[cfg(test)]
mod tests {
    use super::{camel, nearest};

    #[test]
    fn camel_joins_words() {
        assert_eq!(camel("get_web_socket_media_base_url"), "getWebSocketMediaBaseUrl");
        assert_eq!(camel("list"), "list");
    }

    #[test]
    fn nearest_finds_slips_and_leaves_strangers() {
        let known = ["outbound", "inbound", "widget"];
        assert_eq!(nearest("widgt", &known), Some("widget"));
        assert_eq!(nearest("WIDGET", &known), Some("widget"));
        assert_eq!(nearest("widgte", &known), Some("widget"));
        assert_eq!(nearest("sms", &known), None);
        assert_eq!(nearest("", &known), None);
        assert_eq!(nearest("voiceSpeed", &["voice_speed"]), Some("voice_speed"));
    }
}
