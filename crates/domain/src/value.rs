//! What a fact or a field can be in a condition: three-valued truth, numbers, codes, instants.

use jiff::Timestamp;

/// True, false or unknown (Kleene). Unknown is never guessed away: it favours the child.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Truth {
    /// Known to be so.
    True,
    /// Known not to be so.
    False,
    /// Not known.
    Unknown,
}

impl Truth {
    /// Both.
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::False, _) | (_, Self::False) => Self::False,
            (Self::True, Self::True) => Self::True,
            _ => Self::Unknown,
        }
    }

    /// Either.
    pub fn or(self, other: Self) -> Self {
        self.not().and(other.not()).not()
    }

    /// The contrary; unknown stays unknown.
    #[allow(clippy::should_implement_trait)]
    pub fn not(self) -> Self {
        match self {
            Self::True => Self::False,
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
        }
    }

    /// Whether it is known to be so.
    pub fn is_true(self) -> bool {
        self == Self::True
    }

    /// Whether it is known not to be so.
    pub fn is_false(self) -> bool {
        self == Self::False
    }
}

impl From<bool> for Truth {
    fn from(value: bool) -> Self {
        if value { Self::True } else { Self::False }
    }
}

impl From<Option<bool>> for Truth {
    fn from(value: Option<bool>) -> Self {
        value.map_or(Self::Unknown, Self::from)
    }
}

/// The type of a fact, a field or an expression, for the check when a pack is loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Three-valued.
    Truth,
    /// A whole number.
    Number,
    /// One code of a list, or a text constant.
    Code,
    /// Several codes.
    Codes,
    /// A point in time.
    Instant,
}

/// A value in a condition. Personal words never become values: rules read codes, not stories.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Of kind [`Kind::Truth`].
    Truth(Truth),
    /// Of kind [`Kind::Number`].
    Number(i64),
    /// Of kind [`Kind::Code`].
    Code(String),
    /// Of kind [`Kind::Codes`].
    Codes(Vec<String>),
    /// Of kind [`Kind::Instant`].
    Instant(Timestamp),
    /// Of any kind: not known.
    Unknown,
}

impl Value {
    /// The truth of it; anything that is not a truth is unknown.
    pub fn truth(&self) -> Truth {
        match self {
            Self::Truth(t) => *t,
            _ => Truth::Unknown,
        }
    }

    /// Whether it is not known.
    pub fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown | Self::Truth(Truth::Unknown))
    }

    /// `self` when both readings of an uncertain time agree, else unknown.
    pub fn agree(self, other: Self) -> Self {
        if self == other { self } else { Self::Unknown }
    }
}

impl From<Truth> for Value {
    fn from(truth: Truth) -> Self {
        Self::Truth(truth)
    }
}

impl From<bool> for Value {
    fn from(truth: bool) -> Self {
        Self::Truth(truth.into())
    }
}

impl From<Option<Timestamp>> for Value {
    fn from(at: Option<Timestamp>) -> Self {
        at.map_or(Self::Unknown, Self::Instant)
    }
}
