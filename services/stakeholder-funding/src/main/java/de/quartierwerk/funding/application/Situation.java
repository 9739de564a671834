package de.quartierwerk.funding.application;

import static java.util.Objects.requireNonNull;

import de.quartierwerk.funding.body.CompetentBody;
import de.quartierwerk.funding.budget.Budgets;
import de.quartierwerk.funding.money.YearAmount;
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
 * @param outlook what the step itself is refused for; null where the step is taken
 */
record Situation(
        ApplicationRow application,
        @Nullable Programme programme,
        @Nullable CompetentBody competent,
        LocalDate day,
        Set<AttachmentKind> attached,
        @Nullable Outlook outlook) {

    /**
     * What a step is refused for when it is taken, known before, so that it is not offered.
     *
     * @param cover whether the money is there
     * @param hearingDays days that the party has for a statement
     */
    record Outlook(Budgets.Cover cover, int hearingDays) {}

    /** Copies the set. */
    Situation {
        attached = Set.copyOf(attached);
    }

    /** Where the step is taken. */
    Situation(
            ApplicationRow application,
            @Nullable Programme programme,
            @Nullable CompetentBody competent,
            LocalDate day,
            Set<AttachmentKind> attached) {
        this(application, programme, competent, day, attached, null);
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

    /** Whether the money for these years of the grant is there; what is not known is refused by the step itself. */
    boolean covers(List<YearAmount> amounts) {
        Programme rules = programme == null ? application.rules() : programme;
        return outlook == null
                || rules == null
                || outlook.cover().covers(decision().budgetLine(), amounts, rules.voluntary());
    }

    /** Whether the party had its say, or its time for it is over; where no hearing is recorded, the claim tells it. */
    boolean heard() {
        Hearing hearing = steps().hearing;
        return outlook == null
                || hearing == null
                || hearing.statementOn() != null
                || !day.isBefore(hearing.sentOn().plusDays(outlook.hearingDays()));
    }

    /** Codes of the bodies that must still advise. */
    List<String> outstanding() {
        return competent == null ? List.of() : DecisionRules.outstanding(competent, steps().consultations, day);
    }
}
