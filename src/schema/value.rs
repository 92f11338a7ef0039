//! The values that the checker can walk: of JavaScript or of `serde_json`.

/// The type of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `undefined`.
    Undefined,
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean,
    /// A number, `NaN` included.
    Number,
    /// A string.
    String,
    /// An array.
    Array,
    /// Any other object.
    Object,
    /// A JavaScript `Date`.
    Date,
    /// A function, a symbol, a bigint: a value that JSON cannot represent.
    Other,
}

/// A value the checker can walk.
pub trait Value: Sized {
    /// The type of the value.
    fn kind(&self) -> Kind;
    /// The string, or its beginning if it is too long to be valid; empty for any other value.
    fn text(&self) -> String;
    /// The number; `None` for any other value.
    fn number(&self) -> Option<f64>;
    /// The items of an array, or the message that they could not be read.
    fn items(&self) -> Result<Vec<Self>, String>;
    /// The fields of an object that JSON would serialize, or the message that they could not be read.
    fn entries(&self) -> Result<Vec<(String, Self)>, String>;
    /// Whether the value is a time zone that the host knows.
    fn is_time_zone(&self) -> bool;
    /// The value as a time, in milliseconds since the epoch; `NaN` if the host cannot parse it.
    fn time(&self) -> f64;
    /// Formats a number as the host does.
    fn show(&self, number: f64) -> String;

    /// Describes the value in a message: a number as it is, anything else by its type, since it may be a secret.
    fn describe(&self) -> String {
        let kind = match self.kind() {
            Kind::Number => return self.show(self.number().unwrap_or_default()),
            Kind::Undefined => "undefined",
            Kind::Null => "null",
            Kind::Boolean => "a boolean",
            Kind::String => "a string",
            Kind::Array => "an array",
            Kind::Object => "an object",
            Kind::Date => "a Date",
            Kind::Other => "a value that is not JSON",
        };
        kind.to_owned()
    }
}
