package de.quartierwerk.funding.application;

import static java.util.Objects.requireNonNull;

import de.quartierwerk.funding.programme.AttachmentKind;
import de.quartierwerk.funding.programme.Programme;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Handing an application in (Einreichung), for the first time or after it was given back. */
final class Submissions {

    private Submissions() {}

    /** Hands the application in; from here on it keeps the programme as it is now. */
    static void submit(
            Application application,
            Programme programme,
            Set<AttachmentKind> attached,
            Actor actor,
            Instant now,
            LocalDate today) {
        application
                .begin(Action.SUBMISSION, actor)
                .guard()
                .require(new Situation(application.row(), programme, null, today, attached));
        application.rules = programme;
        Steps steps = application.steps;
        steps.setFirstAssessment(null);
        Submission before = steps.submission;
        if (before == null) {
            OnBehalf paper = application.content.onBehalf();
            LocalDate received = paper == null ? today : paper.receivedOn();
            steps.submission = new Submission(actor.name(), now, received, List.of(), null);
        } else {
            EarlierSubmission last = steps.earlierSubmissions.get(steps.earlierSubmissions.size() - 1);
            steps.submission = new Submission(
                    actor.name(),
                    now,
                    before.receivedOn(),
                    ContentChanges.between(last.content(), application.content),
                    before.repeats());
        }
        application.enter(State.SUBMITTED);
    }

    /** Says which identical application the submission repeats; refuses it with 409 where it names none of these. */
    static void repeat(Application application, List<UUID> identical, @Nullable UUID repeats) {
        Submission made = requireNonNull(application.steps.submission);
        application.steps.submission = made.repeating(
                SubmissionRules.requireNotRepeated(identical, repeats == null ? made.repeats() : repeats));
    }
}
