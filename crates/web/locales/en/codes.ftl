# The code lists of the domain: `code-<list>-<code>`.

code-referral_source-police = Police
code-referral_source-border = Border guard
code-referral_source-hotline = Hotline
code-referral_source-hospital = Hospital or doctor
code-referral_source-school = School
code-referral_source-ngo = Non-governmental organisation
code-referral_source-municipality = Municipality
code-referral_source-court = Court
code-referral_source-other_state = Another state
code-referral_source-other = Somebody else

code-company-alone = Alone
code-company-with_adult = With an adult who is not known to be family
code-company-with_parent = With a parent
code-company-with_relative = With a relative
code-company-unknown = Not known

code-sex-girl = Girl
code-sex-boy = Boy
code-sex-other = Other
code-sex-unknown = Not known

code-indicator-restricts_movement = Cannot move freely
code-indicator-debt = Has a debt to pay off
code-indicator-threats = Is threatened, or the family is
code-indicator-no_papers = Has no papers, or somebody else holds them
code-indicator-works = Works
code-indicator-begs = Begs
code-indicator-sexual_abuse = Signs of sexual abuse
code-indicator-made_to_commit_crime = Made to commit crimes
code-indicator-injuries = Injuries
code-indicator-spoken_for_by_another = Somebody else speaks for the child
code-indicator-other = Something else

code-exploitation-forced_labour = Forced labour
code-exploitation-sexual_exploitation = Sexual exploitation
code-exploitation-child_labour = Child labour
code-exploitation-forced_marriage = Forced marriage
code-exploitation-servitude = Servitude, also in a household
code-exploitation-forced_military = Forced to be a soldier
code-exploitation-organ_removal = Removal of organs
code-exploitation-forced_begging = Forced begging
code-exploitation-forced_adoption = Forced or sham adoption
code-exploitation-forced_criminality = Made to commit crimes
code-exploitation-other = Another form
code-exploitation-not_known = Not known yet

code-age_method-documents = Documents
code-age_method-registry = A registry
code-age_method-assessment = An age assessment

code-age_result-child = A child
code-age_result-adult = An adult

code-relation-mother = Mother
code-relation-father = Father
code-relation-sibling = Sister or brother
code-relation-relative = Other relative
code-relation-caregiver = Carer
code-relation-partner = Partner
code-relation-suspected_trafficker = Suspected trafficker
code-relation-other = Other

code-guardian_kind-provisional = Provisional
code-guardian_kind-confirmed = Confirmed

code-guardian_end-replaced = Replaced by another guardian
code-guardian_end-conflict_of_interest = Conflict of interest
code-guardian_end-child_turned_18 = The child turned 18
code-guardian_end-parent_took_over = A parent took over
code-guardian_end-other = Another reason

code-topic-situation_and_rights = The situation and the child’s rights
code-topic-assistance = Help and services
code-topic-placement = Where to live
code-topic-family = Family
code-topic-age_assessment = Age assessment
code-topic-solution = The lasting solution
code-topic-return = Return
code-topic-result_of_assessments = What assessments found
code-topic-proceedings = Court and police proceedings
code-topic-school = School
code-topic-how_to_complain = How to complain
code-topic-other = Something else

code-information_form-spoken = Spoken, in a shared language
code-information_form-spoken_with_interpreter = Spoken, with an interpreter
code-information_form-written = In writing
code-information_form-pictures = With pictures

code-need_area-safety = Safety
code-need_area-shelter = Shelter
code-need_area-health = Health
code-need_area-psychological = Psychological help
code-need_area-legal = Legal help
code-need_area-education = Education
code-need_area-material = Clothes, food, money
code-need_area-family = Family
code-need_area-language = Language

code-risk_occasion-identified = The child was identified
code-risk_occasion-moved = The child moved
code-risk_occasion-return = A return is considered
code-risk_occasion-found_after_missing = The child was found after being missing
code-risk_occasion-stage_of_recovery = A new stage of recovery
code-risk_occasion-event = Something happened

code-risk_kind-return_to_trafficker = Going back to the trafficker, or being taken back
code-risk_kind-calls = Phone calls from the trafficker
code-risk_kind-debt = Debt
code-risk_kind-ritual_oath = Ritual oath
code-risk_kind-repeated_questioning = Being questioned again and again
code-risk_kind-abuse_by_staff = Abuse by staff
code-risk_kind-abuse_by_children = Abuse by other children
code-risk_kind-adults_in_the_place = Adults who live in the same place
code-risk_kind-going_missing = Going missing
code-risk_kind-family_involved = Family involved in the trafficking
code-risk_kind-conditions_at_destination = Conditions at the place of return
code-risk_kind-online_contact = Contact online
code-risk_kind-other = Another risk

code-level-low = Low
code-level-medium = Medium
code-level-high = High

code-placement_kind-kinship = With relatives
code-placement_kind-foster = Foster family
code-placement_kind-other_family_based = Other care in a family
code-placement_kind-residential_emergency = Residential care, emergency
code-placement_kind-residential_short = Residential care, short term
code-placement_kind-residential_long = Residential care, long term
code-placement_kind-supervised_independent = Own room or flat, with supervision
code-placement_kind-general_reception_centre = General reception centre
code-placement_kind-adult_accommodation = Accommodation for adults
code-placement_kind-police_cell = Police cell
code-placement_kind-prison = Prison
code-placement_kind-detention_centre = Detention centre

code-placement_end-moved = The child moved to another place
code-placement_end-went_home = The child went home
code-placement_end-turned_18 = The child turned 18
code-placement_end-left_by_own_choice = The child chose to leave
code-placement_end-leaves_the_country = The child leaves for a return or a third country
code-placement_end-other = Another reason

code-liberty_measure-closed_placement = A closed place
code-liberty_measure-movement = Going out
code-liberty_measure-phone = Use of the phone
code-liberty_measure-internet = Use of the internet
code-liberty_measure-leaving_the_country = Leaving the country

code-solution-return = Return
code-solution-integration = Staying here
code-solution-third_country = Moving to a third country
code-solution-deferred = Deferred: further facts are awaited

code-heard_party-child = The child
code-heard_party-guardian = The guardian
code-heard_party-lawyer = The child’s lawyer
code-heard_party-parent = A parent
code-heard_party-carer = A carer
code-heard_party-police = The police
code-heard_party-migration_authority = The migration authority
code-heard_party-service_in_origin = The service in the place of origin

code-override_ground-court = A court ordered it
code-override_ground-reasoned = A reasoned decision

code-basis-deciding = We are deciding this now
code-basis-reported = It has already happened, or another authority decided it

code-inquiry_topic-identity = Identity
code-inquiry_topic-nationality = Nationality
code-inquiry_topic-where_the_family_is = Where the family is
code-inquiry_topic-family_and_care = The family, and who could give care
code-inquiry_topic-past_protection = Protection in the past
code-inquiry_topic-exploitation = Exploitation
code-inquiry_topic-risk_of_retrafficking = The risk of being trafficked again
code-inquiry_topic-proposal_for_a_solution = A proposal for a solution
