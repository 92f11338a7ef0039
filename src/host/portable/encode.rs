//! Reads what a caller gave, as text and as the JSON that is sent.

use js_sys::{Array, ArrayBuffer, Date, JsString, Object, Reflect};
use wasm_bindgen::prelude::*;

use super::super::number_to_string;
use super::{bare_object, get, is_array, method, set, stringify, thrown_message};
use crate::text;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Object, js_name = entries, catch)]
    pub(super) fn object_entries(object: &JsValue) -> Result<Array, JsValue>;

    #[wasm_bindgen(js_namespace = Object, js_name = getPrototypeOf, catch)]
    fn prototype_of(object: &JsValue) -> Result<Option<Object>, JsValue>;
}

/// The maximum number of pairs, of items of an array, and of values in all: cyclic params would never end.
const MAX_PAIRS: u32 = 10_000;
const MAX_ITEMS: f64 = 1e6;
const MAX_VALUES: u32 = 1_000_000;
const TOO_MANY: &str = "too many entries";

/// The maximum length of a string that is needed whole, and of all of them: no URL and no headers are as long. And that of
/// the beginnings of strings in all: the core has a copy, in memory that it needs for the requests in flight.
const MAX_LENGTH: u32 = 1_000_000;
const MAX_TEXT: u32 = 20_000_000;

/// Writes a value as the text that `host/value.rs` describes: `depth` levels of it, with the first `length` characters of
/// its strings. What is deeper is written as if it were empty. Items of an array are three levels deeper than it. With
/// `iterable`, the value itself may be pairs.
#[must_use]
pub fn encode_value(value: &JsValue, depth: u32, length: u32, iterable: bool) -> String {
    let room = if length > MAX_LENGTH { MAX_LENGTH } else { MAX_TEXT };
    let mut writer = Writer { text: String::new(), length, left: MAX_VALUES, room };
    if let Err(thrown) = writer.write(value, depth, iterable) {
        writer.text = "E".to_owned();
        writer.reason(&thrown);
    }
    writer.text
}

struct Writer {
    text: String,
    length: u32,
    left: u32,
    room: u32,
}

impl Writer {
    fn counted(&mut self, text: &JsString) -> Result<(), JsValue> {
        let room = self.room.checked_sub(text.length()).filter(|_| text.length() <= MAX_LENGTH);
        self.room = room.unwrap_or_default();
        if room.is_none() {
            return Err(JsValue::from_str("a string is too long"));
        }
        self.push(text);
        Ok(())
    }

    fn push(&mut self, text: &JsString) {
        let length = number_to_string(text.length().into());
        self.text.push_str(&text::concat(&["\"", &length, ":", &String::from(text)]));
    }

    fn reason(&mut self, thrown: &JsValue) {
        let why = thrown_message(thrown);
        let why = if why.is_empty() { "no reason given" } else { &why };
        self.push(&JsString::from(why));
    }

    /// Fails where there are too many values, or a string is too long.
    fn write(&mut self, value: &JsValue, depth: u32, iterable: bool) -> Result<(), JsValue> {
        self.left = self.left.checked_sub(1).ok_or_else(|| JsValue::from_str(TOO_MANY))?;
        if let Some(number) = value.as_f64() {
            self.text.push_str(&text::concat(&["#", &number_to_string(number), ";"]));
        } else if value.is_string() {
            self.counted(&value.unchecked_ref::<JsString>().slice(0, self.length))?;
        } else if value.is_object() {
            let start = self.text.len();
            if let Err(thrown) = self.object(value, depth, iterable) {
                self.text.truncate(start);
                self.text.push(if is_array(value) && !iterable { 'A' } else { 'E' });
                self.reason(&thrown);
            }
        } else {
            self.text.push(match value.as_bool() {
                Some(true) => 't',
                Some(false) => 'f',
                None if value.is_undefined() => 'u',
                None if value.is_null() => 'n',
                None if value.is_function() => 'F',
                None => 'x',
            });
        }
        Ok(())
    }

    fn object(&mut self, value: &JsValue, depth: u32, iterable: bool) -> Result<(), JsValue> {
        if is_array(value) && !iterable {
            let length = get(value, "length").as_f64().unwrap_or_default();
            if length > MAX_ITEMS {
                return Err(JsValue::from_str(TOO_MANY));
            }
            self.text.push('[');
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let length = if depth > 0 { length as u32 } else { 0 };
            for index in 0..length {
                let item = Reflect::get_u32(value.unchecked_ref(), index)?;
                let item = inner(item, depth > 3)?;
                // JSON has null for it, and for what the array lacks.
                if item.is_undefined() && depth > 3 {
                    self.text.push('x');
                } else {
                    self.write(&item, depth.saturating_sub(3), false)?;
                }
            }
            self.text.push(']');
        } else if value.is_instance_of::<Date>() {
            let time = value.unchecked_ref::<Date>().value_of();
            self.text.push_str(&text::concat(&["D", &number_to_string(time), ";"]));
        } else if ArrayBuffer::is_view(value) {
            self.text.push('x');
        } else if let Some(inside) = boxed(value) {
            // JSON has the text or the number that is in such an object.
            self.write(&inside, depth, false)?;
        } else {
            self.text.push('{');
            let fields = if depth > 0 { fields_of(value, iterable)? } else { Vec::new() };
            for (name, entry) in fields {
                self.counted(&name)?;
                self.write(&inner(entry, depth > 1)?, depth.saturating_sub(1), false)?;
            }
            self.text.push('}');
        }
        Ok(())
    }
}

fn boxed(value: &JsValue) -> Option<JsValue> {
    let is_boxed = value.is_instance_of::<JsString>()
        || value.is_instance_of::<js_sys::Number>()
        || value.is_instance_of::<js_sys::Boolean>();
    is_boxed.then(|| value.unchecked_ref::<Object>().value_of().into())
}

fn inner(value: JsValue, is_read: bool) -> Result<JsValue, JsValue> {
    if is_read { json_value(value) } else { Ok(value) }
}

/// Params or options as text. They come from a serializer, so reading them has no effect and they are held as they are.
pub(crate) fn read_value(value: &JsValue, depth: u32, length: u32, held: &Array) -> String {
    held.push(value);
    encode_value(value, depth, length, false)
}

/// Writes a body as JSON: the params that are held and the fields that are added to them, but not those in the query, whose
/// names have spaces in between. A Rust type has no objects instead of pairs. `None` if there are none and it is `optional`.
pub fn write_body(
    held: &Array,
    extra: &JsValue,
    in_query: &str,
    in_pairs: &str,
    optional: bool,
) -> Result<Option<JsString>, JsValue> {
    let params = held.get(0);
    if !params.is_undefined() && (!params.is_object() || is_array(&params)) {
        return Ok(stringify(&params)?.dyn_into().ok());
    }
    let body = bare_object();
    let mut is_empty = optional;
    for (source, is_extra) in [(&params, false), (extra, true)] {
        if source.is_undefined() {
            continue;
        }
        for (name, value) in fields_of(source, is_extra)? {
            let name = String::from(name);
            let value = json_value(value)?;
            // JSON would drop it, and call one that is named toJSON.
            if value.is_function() || value.is_symbol() {
                return Err(JsValue::from(text::concat(&[&name, ": a value has no form in JSON"])));
            }
            if in_query.split(' ').all(|other| other != name || in_query.is_empty()) && !value.is_undefined()
            {
                is_empty = false;
                // What did not fit its type may be an object of variables.
                let in_pairs =
                    !is_extra && !name.is_empty() && in_pairs.split(' ').any(|pairs| pairs == name);
                let is_object = value.is_object() && !is_array(&value);
                set(&body, &name, &if in_pairs && is_object { pairs_of(&value)? } else { value });
            }
        }
    }
    if is_empty { Ok(None) } else { Ok(stringify(&body)?.dyn_into().ok()) }
}

/// The fields of an object as pairs, numbers and booleans as texts.
fn pairs_of(object: &JsValue) -> Result<JsValue, JsValue> {
    let pairs = Array::new();
    for (key, value) in fields_of(object, false)? {
        let text = match value.as_bool() {
            Some(value) => Some(if value { "true" } else { "false" }.to_owned()),
            None => value.as_f64().map(number_to_string),
        };
        let pair = bare_object();
        set(&pair, "key", &key);
        set(&pair, "value", &text.map_or(value, JsValue::from));
        pairs.push(&pair);
    }
    Ok(pairs.into())
}

/// The names and values of an object's fields; with `iterable`, also the pairs of `Headers`, a `Map`,
/// `URLSearchParams` or an array. Fails for an object that has no fields and is not plain, such as a Map or a promise:
/// its content would be lost.
fn fields_of(object: &JsValue, iterable: bool) -> Result<Vec<(JsString, JsValue)>, JsValue> {
    let plain = is_plain(object);
    let is_list = iterable && (is_array(object) || !plain && method(object, "entries").is_some());
    let pairs = if is_list { list_of(object)? } else { object_entries(object)? };
    if pairs.length() == 0 && !plain && !is_list {
        return Err(JsValue::from_str("it has no own properties"));
    }
    let mut fields = Vec::new();
    for pair in pairs.iter() {
        let name = get(&pair, "0");
        if !is_array(&pair) || get(&pair, "length") != 2 || !name.is_string() {
            return Err(JsValue::from_str("expected [name, value] pairs"));
        }
        fields.push((name.unchecked_into(), get(&pair, "1")));
    }
    Ok(fields)
}

/// Whether the prototype is null or `Object.prototype` of any realm, which has no prototype itself.
pub(super) fn is_plain(object: &JsValue) -> bool {
    let above = |object: &JsValue| prototype_of(object).ok().flatten();
    above(object).is_none_or(|prototype| above(&prototype).is_none())
}

/// The items of an iterable, up to a limit: an array with four billion holes is easily made and would fill the memory.
pub(super) fn list_of(iterable: &JsValue) -> Result<Array, JsValue> {
    let list = Array::new();
    let Some(entries) = js_sys::try_iter(iterable)? else {
        return Err(JsValue::from_str("it does not iterate over pairs"));
    };
    for entry in entries {
        if list.push(&entry?) > MAX_PAIRS {
            return Err(JsValue::from_str(TOO_MANY));
        }
    }
    Ok(list)
}

/// The value that JSON serializes instead: what `toJSON` returns.
fn json_value(value: JsValue) -> Result<JsValue, JsValue> {
    if !value.is_object() || value.is_instance_of::<Date>() {
        return Ok(value);
    }
    method(&value, "toJSON").map_or(Ok(value.clone()), |to_json| to_json.call0(&value))
}
