//! What the checker needs to see of a value, whatever world it is from.

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Not there.
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
    /// A function, a symbol, a bigint: what JSON has no place for.
    Other,
}

/// A value the checker can walk.
pub trait Value: Sized {
    /// What it is.
    fn kind(&self) -> Kind;
    /// The string it is, or an empty one; of a long one the beginning, which nothing allowed fits.
    fn text(&self) -> String;
    /// The number it is.
    fn number(&self) -> Option<f64>;
    /// The entries of an array, or why they cannot be read.
    fn items(&self) -> Result<Vec<Self>, String>;
    /// The fields of an object that JSON would write, or why they cannot be read.
    fn entries(&self) -> Result<Vec<(String, Self)>, String>;
    /// Whether the host knows it as a time zone.
    fn is_time_zone(&self) -> bool;
    /// The time it says, in milliseconds since the epoch; `NaN` where the host knows none.
    fn time(&self) -> f64;
    /// A number as the host writes it.
    fn show(&self, number: f64) -> String;

    /// The value in a message: its kind, and what it is where that is short and no secret.
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
            Kind::Other => "a value that JSON cannot hold",
        };
        kind.to_owned()
    }
}
