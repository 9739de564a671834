package de.quartierwerk.funding.application;

import static java.util.Objects.requireNonNull;

import de.quartierwerk.funding.body.CompetentBody;
import de.quartierwerk.funding.programme.AttachmentKind;
import de.quartierwerk.funding.programme.Programme;
import de.quartierwerk.funding.programme.ProgrammeTerms;
import de.quartierwerk.kit.problem.InputError;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the next steps of an application depend on.
 *
 * @param application the application as it stands
 * @param programme its programme; null where no guard of the step asks for it
 * @param competent the body that decides; null where nobody does
 * @param day day on which the step is taken
 * @param attached kinds of the files that it has; none where no guard of the step asks for it
 */
record Situation(
        ApplicationRow application,
        @Nullable Programme programme,
        @Nullable CompetentBody competent,
        LocalDate day,
        Set<AttachmentKind> attached) {

    /** Copies the set. */
    Situation {
        attached = Set.copyOf(attached);
    }

    /** Where no guard of the step asks for files. */
    Situation(
            ApplicationRow application,
            @Nullable Programme programme,
            @Nullable CompetentBody competent,
            LocalDate day) {
        this(application, programme, competent, day, Set.of());
    }

    Steps steps() {
        return application.steps();
    }

    /** The decision, which is there from {@link State#DECIDED} on. */
    Decision decision() {
        return requireNonNull(steps().decision);
    }

    /** What the programme that it was handed in under says. */
    ProgrammeTerms terms() {
        Programme rules = application.rules();
        return rules == null ? ProgrammeTerms.USUAL : rules.terms();
    }

    /** What the application lacks to be handed in. */
    List<InputError> gaps() {
        return SubmissionRules.check(application.content(), requireNonNull(programme), attached);
    }

    /** Codes of the bodies that must still advise. */
    List<String> outstanding() {
        return competent == null ? List.of() : DecisionRules.outstanding(competent, steps().consultations, day);
    }
}
