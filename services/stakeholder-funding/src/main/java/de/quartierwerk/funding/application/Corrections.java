package de.quartierwerk.funding.application;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.NotFound;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Typing errors in the records of bodies (Berichtigung). A correction changes words, days, numbers of papers and votes,
 * never a result or an amount; it counts when a second person has confirmed it, and the record before it stays.
 */
final class Corrections {

    private Corrections() {}

    /** Proposes a correction. */
    static void propose(Application application, CorrectionRequest request, Actor actor, Instant now, LocalDate today) {
        application.begin(Action.CORRECTION, actor).guard().require(application.situation(today));
        Steps steps = application.steps;
        require(application, request, today);
        steps.corrections = Detours.with(
                steps.corrections,
                new Correction(steps.corrections.size() + 1, request, null, null, actor.name(), now, null, null));
    }

    /** Confirms the correction of this number, which another person proposed; gives it. */
    static Correction confirm(Application application, int number, Actor actor, Instant now, LocalDate today) {
        application.begin(Action.CORRECTION_CONFIRMATION, actor);
        Steps steps = application.steps;
        Correction correction = steps.corrections.stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotFound("correction.not-found", number));
        if (!correction.waiting()) {
            throw new Conflict("correction.confirmed", number);
        }
        if (correction.by().equals(actor.name())) {
            throw Duties.refusal(Action.CORRECTION, Action.CORRECTION_CONFIRMATION);
        }
        require(application, correction.proposed(), today);
        Correction confirmed = apply(steps, correction, actor, now);
        steps.corrections = steps.corrections.stream()
                .map(each -> each.number() == number ? confirmed : each)
                .toList();
        return confirmed;
    }

    private static Correction apply(Steps steps, Correction correction, Actor actor, Instant now) {
        CorrectionRequest proposed = correction.proposed();
        if (proposed.record() == Correction.Kind.DECISION) {
            Decision old = requireNonNull(steps.decision);
            steps.decision = old.corrected(proposed);
            return correction.confirmed(null, old, actor, now);
        }
        int index = requireNonNull(proposed.index());
        Consultation old = steps.consultations.get(index);
        List<Consultation> all = new ArrayList<>(steps.consultations);
        all.set(index, old.corrected(proposed));
        steps.consultations = List.copyOf(all);
        return correction.confirmed(old, null, actor, now);
    }

    /** Refuses a correction of what is not there, or to what could not have been, with 422. */
    private static void require(Application application, CorrectionRequest request, LocalDate today) {
        Steps steps = application.steps;
        if (request.date() != null) {
            Days.requirePast("/date", request.date(), today);
            Days.requireOrder("/date", application.checkedOn(), request.date());
        }
        if (request.votes() != null) {
            request.votes().require("/votes");
        }
        if (request.record() == Correction.Kind.DECISION) {
            if (steps.decision == null) {
                throw unknown("/record", request.record());
            }
            requireDecision(steps, steps.decision, request);
        } else {
            Integer index = request.index();
            if (index == null || index >= steps.consultations.size()) {
                throw unknown("/index", index);
            }
            requireConsultation(steps, steps.consultations.get(index), request);
        }
    }

    private static void requireDecision(Steps steps, Decision decision, CorrectionRequest request) {
        Votes votes = request.votes();
        boolean carried = decision.granted() || decision.drafts().stream().anyMatch(Decision.CompetingDraft::adopted);
        boolean needed = decision.drafts().isEmpty() || carried;
        if (votes != null && needed && votes.carried() != carried) {
            throw Votes.contradict("/votes");
        }
        LocalDate day = request.date();
        if (day == null) {
            return;
        }
        boolean late = steps.consultations.stream()
                .anyMatch(each -> each.heldOn().isAfter(day) && !each.heldOn().isAfter(decision.decidedOn()));
        if (late) {
            throw invalid("/date", "correction.before-advice", day);
        }
        if (steps.agreement != null && day.isAfter(steps.agreement.signedOn())) {
            Days.requireOrder("/date", day, steps.agreement.signedOn());
        }
    }

    private static void requireConsultation(Steps steps, Consultation consultation, CorrectionRequest request) {
        boolean recommended = consultation.result() == Consultation.Advice.RECOMMENDED;
        if (request.votes() != null && recommended && !request.votes().carried()) {
            throw Votes.contradict("/votes");
        }
        LocalDate decided = steps.decision == null ? null : steps.decision.decidedOn();
        if (request.date() != null && decided != null && request.date().isAfter(decided)) {
            throw invalid("/date", "correction.after-decision", request.date());
        }
    }

    private static Invalid unknown(String pointer, @Nullable Object value) {
        return invalid(pointer, "correction.unknown-record", requireNonNullElse(value, ""));
    }

    private static Invalid invalid(String pointer, String code, Object value) {
        return new Invalid(code, List.of(InputError.at(pointer, code, value.toString(), value)), value);
    }
}
