//! Missing episodes.

use super::Checked;
use crate::codes::*;
use crate::fields::{EntryRef, FieldProblem, Line, Many, Problem, Words, group};
use crate::time::PartialDate;
use crate::value::Truth;

group! {
    /// The child is missing.
    MissingReported {
        /// When, where and with whom the child was last seen.
        last_seen: Words => Location,
        /// What is known.
        circumstances: Words => Personal,
    }
}

impl Checked for MissingReported {}

group! {
    /// The police were told that the child is missing.
    PoliceInformed {
        /// Which police.
        police: Line => Process,
        /// Their reference.
        reference: Option<Line> => Process,
    }
}

impl Checked for PoliceInformed {}

group! {
    /// The child was found or came back.
    Found {
        /// Where.
        place: Line => Location,
        /// Whether the child is safe now.
        safe: Truth => Personal,
        /// What is known of the time away.
        account: Option<Words> => Testimony,
    }
}

impl Checked for Found {}

group! {
    /// Other authorities and specialised organisations were asked about a missing child, or about a child who
    /// was found and whom nobody here knows (OSCE OP9 §6.5).
    OthersAsked {
        /// About whom.
        about: AskedAbout => Process,
        /// Who was asked.
        asked: Many<AskedParty> => Process,
        /// Their names.
        names: Option<Line> => Process,
        /// What they were told of the child.
        told: Words => Personal,
        /// What came of it.
        result: MatchResult => Process,
        /// Where the child is, or who misses the child.
        account: Option<Words> => Location,
        /// Whom to call there.
        whom_to_call: Option<Line> => Location,
    }
}

impl Checked for OthersAsked {
    fn contradictions(&self, problems: &mut Vec<FieldProblem>) {
        if self.result == MatchResult::Match && self.account.is_none() {
            problems.push(FieldProblem::new("account", Problem::Missing));
        }
    }
}

group! {
    /// Those who know the child met and decided what else is done to find the child (OSCE OP9 §6.5).
    StrategyMeetingHeld {
        /// Who took part.
        took_part: Many<MeetingParty> => Process,
        /// What is known of where the child may be, and with whom.
        known: Words => Location,
        /// What was decided: who does what, by when.
        decisions: Words => Location,
        /// When they meet again.
        again: Option<PartialDate> => Process,
    }
}

impl Checked for StrategyMeetingHeld {}

group! {
    /// Somebody saw or heard from the missing child.
    Sighting {
        /// What was seen or heard.
        account: Words => Testimony,
        /// Where.
        place: Option<Line> => Location,
        /// With whom the child was.
        with: Option<Line> => Testimony,
        /// Who saw or heard it.
        seen_by: Option<Line> => Informant,
        /// How certain it is that it was the child.
        certainty: Level => Process,
        /// Whether the police know of it: they lead the tracing.
        police_told: Truth => Process,
    }
}

impl Checked for Sighting {}

group! {
    /// Somebody wants to show a missing child to the public, or has done so (OSCE OP9 §2.1.1, 6.5).
    PublicAppeal {
        /// How it stands.
        state: AppealState => Process,
        /// What is shown.
        shows: Many<AppealContent> => Personal,
        /// Where, and by whom.
        place: Line => Process,
        /// Why, and what else was tried.
        grounds: Words => Personal,
        /// Whether it was weighed against the child's privacy.
        privacy_weighed: Truth => Process,
        /// Whether it was weighed that traffickers read it too.
        traffickers_weighed: Truth => Process,
        /// The person who decided.
        decided_by: Option<Line> => Process,
        /// When it is taken down.
        until: Option<PartialDate> => Process,
    }
}

impl Checked for PublicAppeal {}

group! {
    /// Somebody talked with the child after the child was back.
    ReturnTalkHeld {
        /// Who talked with the child.
        by: Line => Process,
        /// Whether it was somebody who does not look after the child.
        independent: Truth => Process,
        /// Whether they could speak alone.
        alone: Truth => Process,
        /// Why the child went, in the child's words.
        why_left: Option<Words> => Voice,
        /// What happened, and with whom the child was.
        account: Option<Words> => Testimony,
        /// Whether the child was harmed.
        harmed: Truth => Health,
        /// What would help the child to stay.
        would_help: Option<Words> => Voice,
        /// What changes now.
        changes: Words => Process,
    }
}

impl Checked for ReturnTalkHeld {}

group! {
    /// A missing episode is closed. Each is an episode of its own. Closing one finds no child: the child is
    /// missing until found.
    EpisodeClosed {
        /// Which report.
        episode: EntryRef => Process,
        /// How it ended.
        how: EpisodeEnd => Process,
        /// Whether the child was found under the control of a trafficker.
        under_control: Truth => Testimony,
        /// What is changed so that it does not happen again.
        changes: Words => Process,
        /// Whether the police and the others who were asked know that the child is back.
        told_all: Truth => Process,
    }
}

impl Checked for EpisodeClosed {}
