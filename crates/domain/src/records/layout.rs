//! Long forms in parts. A layout only names fields; what they are is said once, at the record.

use super::RecordType;

/// A part of a form: one page, and one heading on the form as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its name; the heading is the locale key `part-<name>`, with `.hint` where the part is not for everybody.
    pub name: &'static str,
    /// The fields that it asks, in order.
    pub fields: &'static [&'static str],
}

/// A record type of more fields than this has a layout.
pub const LONGEST_WITHOUT_LAYOUT: usize = 8;

macro_rules! layouts {
    ($( $record:ident { $( $part:literal: $( $field:ident )+; )+ } )+) => {
        impl RecordType {
            /// The parts of its form; none where it is one page.
            pub fn layout(self) -> &'static [Part] {
                match self {
                    $( Self::$record => &[
                        $( Part { name: $part, fields: &[$( stringify!($field) ),+] } ),+
                    ], )+
                    _ => &[],
                }
            }
        }
    };
}

layouts! {
    ReferralReceived {
        "found": circumstances source immediate_danger company where_now;
        "child": names sex born apparent_age_from apparent_age_to;
        "signs": indicators speaks also_speaks needs_interpreter;
    }
    AgeVerified {
        "finding": method result born reasons;
        "age_assessment": last_resort multidisciplinary least_invasive consent margin_counted challenge_explained;
    }
    ViewsHeard {
        "heard": topics heard why_not;
        "said": says translation language;
        "present": present who_present interpreter;
        "weight": own_wish weight;
    }
    InterviewHeld {
        "interview": purpose topics asked_about_offenders place same_place;
        "asks": by officials same_interviewer;
        "beside": who_present at_side excluded_by_decision exclusion;
        "account": recording_kept account;
    }
    RestrictionExplained {
        "rule": kind rule reason limits;
        "with_child": explained fits_child touches_right choices says;
    }
    GoingMissingAssessment {
        "danger": likelihood risk_of_harm external_influences harbouring statistics;
        "seen_by": child_view carers_view;
        "prevention": preventive_measures supervision trigger_plan visited_before foster_considered;
    }
    BestInterestsAssessment {
        "scope": occasion covers care_covers family_against why_not_family;
        "found_out": findings sources;
        "made_by": done_by took_part migration_took_part;
        "interests": individual_grounds best_interests_first weighed;
    }
    SocialInquiryReceived {
        "inquiry": from country very_place covers;
        "family_and_carer": family_involved family_suits carer carer_agreed carer_able proposal;
    }
    PlacementStarted {
        "place": kind in_book provider address emergency;
        "why_care": why_needed needed why_suits suits;
        "near": instead_of_family near_family;
        "safe_place": unrelated_adults specialised provider_has;
    }
    LibertyRestricted {
        "measure": measures grounds alternatives necessary;
        "limits": judge_approved shortest ends;
        "protects": in_child_protection in_care_plan for_migration best_interests_first weighed;
    }
    DeterminationMade {
        "solution": solution awaits reasons family_first;
        "decided": decided_by migration_decided heard weight decider_named dissent;
        "brings": standards residence_secured beyond_eighteen after_eighteen;
        "interests": individual_grounds best_interests_first weighed;
    }
    ReturnDecided {
        "destination": country destination place_assessed;
        "received": received_by household_free care_there care_needed;
        "decision": child_agrees reasons decider_named best_interests_first weighed;
    }
    RemovedFromFamily {
        "removal": from_whom grounds decided_by approval;
        "no_more_than_needed": nothing_less alternatives shortest until;
        "family": family_considered siblings near_home;
    }
    Proceedings {
        "proceedings": role kind state by about;
        "stand": from_trafficking testimony_demanded own_wish outcome;
    }
    OptionWeighed {
        "option": option proposal;
        "looked_at": factors pros cons risks;
        "outcome": with_child child_says outcome why_excluded;
    }
    QuestionDetermined {
        "question": question in_interests reasons;
        "decided": decided_by migration_decided heard decider_named;
        "effect": impact separates as_in_custody paramount;
        "interests": individual_grounds best_interests_first;
    }
    PlanDrawnUp {
        "plan": kind summary from_needs covers;
        "with_child": child_consulted child_says child_commits;
        "carried_out": responsible review_on runs_until;
    }
    DisclosureMade {
        "told": to what content;
        "purpose": purpose why agreement only_needed;
        "kept_safe": standards_kept may_identify passes_on received giver_agrees;
    }
    ReintegrationPlan {
        "plan": country drawn_up_by covers at_once long_term;
        "with_child": with_child why_without says;
        "carried_out": responsible review;
    }
    EscortNamed {
        "escort": who role trusted guardian_consents;
        "way": whole_way safe_way;
        "needs_on_the_way": pregnant medical mother disability attention attention_how;
    }
    MonitoringReport {
        "report": by independent covers evaluates;
        "how_is_child": safe says findings to_do next;
    }
    ProviderRegistered {
        "provider": name kind places free age_from age_to;
        "safeguarding": adults_on_site policy policy_from policy_until reporting;
        "standards": standards audited replaces;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_long_form_has_a_layout() {
        let without: Vec<_> = RecordType::ALL
            .iter()
            .filter(|r| r.layout().is_empty() && r.fields().len() > LONGEST_WITHOUT_LAYOUT)
            .map(|r| r.name())
            .collect();
        assert!(without.is_empty(), "without layout: {without:?}");
    }

    #[test]
    fn a_layout_names_each_field_once_and_nothing_else() {
        for record in RecordType::ALL.iter().filter(|r| !r.layout().is_empty()) {
            let named: Vec<&str> = record.layout().iter().flat_map(|p| p.fields).copied().collect();
            let fields: BTreeSet<&str> = record.fields().iter().map(|f| f.name).collect();
            let once: BTreeSet<&str> = named.iter().copied().collect();
            let name = record.name();
            assert_eq!(
                once.len(),
                named.len(),
                "{name}: a field stands in two places: {named:?}"
            );
            let unknown: Vec<_> = once.difference(&fields).collect();
            assert!(unknown.is_empty(), "{name}: no such field: {unknown:?}");
            let forgotten: Vec<_> = fields.difference(&once).collect();
            assert!(forgotten.is_empty(), "{name}: the layout forgets {forgotten:?}");
        }
    }

    #[test]
    fn a_layout_has_several_parts_and_none_is_long() {
        for record in RecordType::ALL.iter().filter(|r| !r.layout().is_empty()) {
            let layout = record.layout();
            assert!(layout.len() > 1, "{}: one part is no layout", record.name());
            let names: BTreeSet<_> = layout.iter().map(|p| p.name).collect();
            assert_eq!(names.len(), layout.len(), "{}: two parts of one name", record.name());
            for part in layout {
                assert!(part.fields.len() <= 6, "{}: {} is long", record.name(), part.name);
            }
        }
    }
}
