//! Adding a record to a case: load, fold, check access, admit, append, all or nothing.

use crate::access::Act;
use crate::accounts::{self, Actor};
use crate::cases::{Around, Loaded};
use crate::error::AppError;
use crate::recent::{Recorded, Standing};
use crate::{App, codec};
use jiff::Timestamp;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tutela_domain::admit::{Admission, Admitted, Asked, Submission, admit};
use tutela_domain::case::{Case, fold};
use tutela_domain::codes::Basis;
use tutela_domain::entry::{Author, Entry, Seq};
use tutela_domain::fields::{Field, FieldProblem, Fields, Problem, Raw, Words};
use tutela_domain::ids::CaseId;
use tutela_domain::records::{Record, RecordType};
use tutela_domain::time::When;
use tutela_domain::world::World;
use tutela_store::{Append, Appended, Created, NewCase, StoreError, SubmissionId};

/// So often is a record judged anew when another node writes to the case at the same moment.
const TRIES: usize = 8;

/// So many writers of different cases may go on beside each other.
const TURNS: usize = 64;

/// Those who write to one case through this node take turns, so that each is judged on what stands when it is written.
/// Two cases may share a turn: that costs one of them the time of one writing. Another node is met by judging anew.
pub(crate) struct Turns([Mutex<()>; TURNS]);

impl Default for Turns {
    fn default() -> Self {
        Self(std::array::from_fn(|_| Mutex::new(())))
    }
}

impl Turns {
    /// Waits until nobody else writes to the case through this node.
    fn of(&self, case: CaseId) -> Option<MutexGuard<'_, ()>> {
        let sum = case
            .as_bytes()
            .iter()
            .fold(0usize, |sum, byte| sum.wrapping_add(usize::from(*byte)));
        let turn = self.0.get(sum % TURNS)?;
        // Nothing stands behind the lock that a writer who failed could have left half done.
        Some(turn.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// A record as a form sends it.
#[derive(Clone, Debug)]
pub struct Submit {
    /// The record type.
    pub record_type: RecordType,
    /// Its fields.
    pub fields: Fields,
    /// Answers to questions of packs, by `pack/id`.
    pub answers: Fields,
    /// When it happened, as [`When`] reads it; now when not said.
    pub occurred: Option<String>,
    /// Our own act, or reported.
    pub basis: Option<Basis>,
    /// Why it cannot wait.
    pub urgent: Option<String>,
    /// The newest entry that the person had seen.
    pub seen: Seq,
    /// Names this sending: the same one sent again writes nothing.
    pub id: SubmissionId,
}

impl Submit {
    /// The record, when its fields read as one.
    fn read(&self) -> Option<Record> {
        Record::read(self.record_type, &self.fields).ok()
    }
}

/// What was recorded.
#[derive(Clone, Debug)]
pub struct Receipt {
    /// The case.
    pub case: CaseId,
    /// Its reference.
    pub reference: String,
    /// The entry's number.
    pub seq: Seq,
    /// Whether the same sending had been recorded before, and nothing was written now.
    pub again: bool,
}

/// What becomes of a submission.
#[derive(Debug)]
pub enum Outcome {
    /// It was recorded.
    Recorded(Receipt),
    /// It would be recorded: nothing was written, only asked.
    WouldBe(Box<Admitted>),
    /// Something is wrong with what was entered, each problem at its field.
    Wrong(Vec<FieldProblem>),
    /// Safeguards are missing. Nothing was written.
    Refused {
        /// Those that are missing.
        missing: Vec<Asked>,
        /// Those that are met.
        met: Vec<Asked>,
    },
    /// Somebody wrote in between what touches this record. Nothing was written.
    Changed {
        /// The entries written in between.
        between: Vec<Seq>,
    },
}

/// A fresh id for one sending of a form.
pub fn submission_id() -> Result<SubmissionId, AppError> {
    Ok(SubmissionId::new(accounts::token()?.as_str())?)
}

impl App {
    /// Opens a stream with a referral. The lead's clock runs from here.
    pub fn refer(&self, actor: &Actor, submit: &Submit) -> Result<Outcome, AppError> {
        let now = self.now();
        let empty = fold(&self.settings.calendar, &[], now);
        let world = World::default();
        let admitted = match self.judge(&empty, &world, actor, submit, now)? {
            Ok(admitted) => admitted,
            Err(outcome) => return Ok(outcome),
        };
        let case = self.random_case_id()?;
        let begun = self.begin(actor, case, submit, *admitted, now)?;
        Ok(Outcome::Recorded(begun))
    }

    /// Writes the first entry of a case, or of the authority's book.
    fn begin(
        &self,
        actor: &Actor,
        case: CaseId,
        submit: &Submit,
        admitted: Admitted,
        now: Timestamp,
    ) -> Result<Receipt, AppError> {
        let entry = Arc::new(admitted.entry);
        let folded = fold(&self.settings.calendar, std::slice::from_ref(&entry), now);
        let created = self.store.create_case(NewCase {
            case,
            written: now,
            submission: submit.id.clone(),
            entries: vec![codec::encode(&entry, admitted.packs)?],
            // What begins a case refers to nobody of the book.
            projection: self.projected(case, &folded, &World::default(), actor.agency(), now)?.0,
            audit: actor.did(now, "recorded", Some(case)),
        })?;
        Ok(Receipt {
            case: created.case(),
            reference: created.reference().to_owned(),
            seq: 1,
            again: matches!(created, Created::AlreadyWritten { .. }),
        })
    }

    /// Adds a record to a case. When others write in between, it is judged anew on what they wrote;
    /// only when that touches this record is the person asked.
    pub fn submit(&self, actor: &Actor, case: CaseId, submit: &Submit) -> Result<Outcome, AppError> {
        let _turn = self.turns.of(case);
        for _ in 0..TRIES {
            let now = self.now();
            let recorded = self.recorded(&self.authorize(actor, case, Act::Write)?, now)?;
            let Recorded { loaded, folded } = recorded.as_ref();
            // A double click, or a form sent again after the network was lost.
            if let Some(seqs) = self.store.written_as(case, &submit.id)? {
                return Ok(Outcome::Recorded(receipt(loaded, *seqs.start(), true)));
            }
            let around = self.world(case, folded, submit.read().as_ref())?;
            let judged = self.judge(folded, &around.world, actor, submit, now)?;
            let between = self.touched(&recorded, &around.world, actor, submit, now)?;
            let admitted = match judged {
                Ok(_) | Err(Outcome::Refused { .. }) if !between.is_empty() => return Ok(Outcome::Changed { between }),
                Ok(admitted) => admitted,
                Err(outcome) => return Ok(outcome),
            };
            if loaded.head == 0 {
                if !submit.record_type.is_of_authority() {
                    return Err(AppError::NotFound);
                }
                match self.begin(actor, case, submit, *admitted, now) {
                    // Another began it in between.
                    Err(AppError::Store(StoreError::CaseIdTaken)) => continue,
                    begun => return begun.map(Outcome::Recorded),
                }
            }
            if let Some(written) = self.append(actor, &recorded, &around, submit, *admitted, now)? {
                return Ok(Outcome::Recorded(written));
            }
        }
        Err(AppError::Crowded)
    }

    /// What would become of a record, without writing it: for the page that shows the answers again.
    pub fn ask(&self, actor: &Actor, case: Option<CaseId>, submit: &Submit) -> Result<Outcome, AppError> {
        let now = self.now();
        let judged = match case {
            None => {
                let empty = fold(&self.settings.calendar, &[], now);
                self.judge(&empty, &World::default(), actor, submit, now)?
            }
            Some(case) => {
                let recorded = self.recorded(&self.authorize(actor, case, Act::Write)?, now)?;
                let around = self.world(case, &recorded.folded, submit.read().as_ref())?;
                self.judge(&recorded.folded, &around.world, actor, submit, now)?
            }
        };
        Ok(match judged {
            Ok(admitted) => Outcome::WouldBe(admitted),
            Err(outcome) => outcome,
        })
    }

    fn judge(
        &self,
        folded: &Case,
        world: &World,
        actor: &Actor,
        submit: &Submit,
        now: Timestamp,
    ) -> Result<Result<Box<Admitted>, Outcome>, AppError> {
        let mut problems = Vec::new();
        let when = submit
            .occurred
            .as_deref()
            .filter(|t| !t.trim().is_empty())
            .and_then(|text| {
                When::parse(text)
                    .map_err(|_| problems.push(FieldProblem::new("occurred", Problem::NotATime)))
                    .ok()
            });
        let urgent = submit.urgent.as_deref().filter(|t| !t.trim().is_empty()).map(Raw::text);
        let urgent = urgent.and_then(|raw| Words::read(Some(&raw), "urgent", &mut problems));
        let record = match Record::read(submit.record_type, &submit.fields) {
            Ok(record) if problems.is_empty() => record,
            Ok(_) => return Ok(Err(Outcome::Wrong(problems))),
            Err(more) => {
                problems.extend(more);
                return Ok(Err(Outcome::Wrong(problems)));
            }
        };
        let submission = Submission {
            record,
            answers: submit.answers.clone(),
            when,
            basis: submit.basis,
            urgent,
            author: Author {
                staff: actor.staff().as_str().to_owned(),
                role: actor.role(),
                agency: actor.agency().as_str().to_owned(),
            },
        };
        Ok(match admit(folded, world, submission, &self.protocol, now) {
            Admission::Admitted(admitted) => Ok(admitted),
            Admission::Wrong(problems) => Err(Outcome::Wrong(problems)),
            Admission::Refused { missing, met } => Err(Outcome::Refused { missing, met }),
        })
    }

    /// The entries written since the person looked, when they change what the person saw: they
    /// correct what this record is about, or change which safeguards of this step are met.
    fn touched(
        &self,
        recorded: &Recorded,
        world: &World,
        actor: &Actor,
        submit: &Submit,
        now: Timestamp,
    ) -> Result<Vec<Seq>, AppError> {
        let loaded = &recorded.loaded;
        let between: Vec<&Arc<Entry>> = loaded.entries.iter().filter(|e| e.seq > submit.seen).collect();
        let seqs = || between.iter().map(|e| e.seq).collect::<Vec<_>>();
        if between.is_empty() {
            return Ok(Vec::new());
        }
        if submit.record_type == RecordType::Correction {
            let subject = submit.fields.get("entry").and_then(Raw::as_text);
            let also = between.iter().any(|e| match &e.record {
                Record::Correction(c) => subject == Some(c.entry.0.to_string().as_str()),
                _ => false,
            });
            return Ok(if also { seqs() } else { Vec::new() });
        }
        if !submit.record_type.is_gated() {
            return Ok(Vec::new());
        }
        let seen: Vec<Arc<Entry>> = loaded
            .entries
            .iter()
            .filter(|e| e.seq <= submit.seen)
            .cloned()
            .collect();
        let then = fold(&self.settings.calendar, &seen, now);
        let missing = |folded: &Case| -> Result<BTreeSet<String>, AppError> {
            Ok(match self.judge(folded, world, actor, submit, now)? {
                Err(Outcome::Refused { missing, .. }) => missing.iter().map(|a| a.rule.name()).collect(),
                _ => BTreeSet::new(),
            })
        };
        Ok(if missing(&then)? == missing(&recorded.folded)? {
            Vec::new()
        } else {
            seqs()
        })
    }

    fn append(
        &self,
        actor: &Actor,
        recorded: &Recorded,
        around: &Around,
        submit: &Submit,
        admitted: Admitted,
        now: Timestamp,
    ) -> Result<Option<Receipt>, AppError> {
        let loaded = &recorded.loaded;
        let entry = Arc::new(admitted.entry);
        let mut entries = loaded.entries.clone();
        entries.push(entry.clone());
        let folded = fold(&self.settings.calendar, &entries, now);
        let (projection, assessment) = self.projected(loaded.id, &folded, &around.world, actor.agency(), now)?;
        let shared = if loaded.id == CaseId::AUTHORITY {
            Self::shared_of_book(&recorded.folded, &folded)
        } else {
            self.shared(loaded.id, around, &projection)?
        };
        let appended = self.store.append(Append {
            case: loaded.id,
            expected_head: loaded.head,
            submission: submit.id.clone(),
            entries: vec![codec::encode(&entry, admitted.packs)?],
            projection,
            shared,
            audit: actor.did(now, "recorded", Some(loaded.id)),
        })?;
        Ok(match appended {
            Appended::Written { seqs } => {
                // The page of the case is what most people look at next.
                self.recent.keep(Arc::new(Standing {
                    recorded: Arc::new(Recorded {
                        loaded: Loaded {
                            id: loaded.id,
                            reference: loaded.reference.clone(),
                            head: *seqs.end(),
                            entries,
                        },
                        folded,
                    }),
                    around: around.clone(),
                    assessment: Arc::new(assessment),
                }));
                Some(receipt(loaded, *seqs.start(), false))
            }
            Appended::AlreadyWritten { seqs } => Some(receipt(loaded, *seqs.start(), true)),
            Appended::Moved { .. } => None,
        })
    }

    fn random_case_id(&self) -> Result<CaseId, AppError> {
        let mut bytes = [0u8; 16];
        getrandom::fill(&mut bytes).map_err(|_| AppError::NoRandomness)?;
        Ok(CaseId::from_random(bytes))
    }
}

fn receipt(loaded: &Loaded, seq: Seq, again: bool) -> Receipt {
    Receipt {
        case: loaded.id,
        reference: loaded.reference.clone(),
        seq,
        again,
    }
}
