package de.quartierwerk.funding.application;

import static de.quartierwerk.funding.application.ApplicationSteps.ADMIN;
import static de.quartierwerk.funding.application.ApplicationSteps.CLERK;
import static de.quartierwerk.funding.application.ApplicationSteps.NOW;
import static de.quartierwerk.funding.application.ApplicationSteps.OFFICER;
import static de.quartierwerk.funding.application.ApplicationSteps.OFFICER_2;
import static de.quartierwerk.funding.application.ApplicationSteps.TODAY;
import static de.quartierwerk.funding.application.ApplicationSteps.agreed;
import static de.quartierwerk.funding.application.ApplicationSteps.allowed;
import static de.quartierwerk.funding.application.ApplicationSteps.assessed;
import static de.quartierwerk.funding.application.ApplicationSteps.consulted;
import static de.quartierwerk.funding.application.ApplicationSteps.granted;
import static de.quartierwerk.funding.application.ApplicationSteps.refused;
import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.funding.application.Correction.Kind;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Typing errors in records, without a container. */
class CorrectionsTest {

    @Test
    void countsWhenASecondPersonConfirmsIt() {
        Application application = granted();
        Corrections.propose(application, decisionOf("2024/2", null, null), CLERK, NOW, TODAY);
        assertThat(application.steps.decision.paperNumber()).isEqualTo("2024/1");
        assertThat(allowed(application, OFFICER)).contains(Action.CORRECTION_CONFIRMATION);

        Corrections.confirm(application, 1, OFFICER, NOW, TODAY);

        assertThat(application.steps.decision.paperNumber()).isEqualTo("2024/2");
        assertThat(application.steps.corrections.get(0).oldDecision().paperNumber())
                .isEqualTo("2024/1");
        assertThat(allowed(application, OFFICER)).doesNotContain(Action.CORRECTION_CONFIRMATION);
        refused("correction.confirmed", 409, () -> Corrections.confirm(application, 1, OFFICER_2, NOW, TODAY));
    }

    @Test
    void nobodyConfirmsAnOwnProposal() {
        Application application = granted();
        Corrections.propose(application, decisionOf("2024/2", null, null), ADMIN, NOW, TODAY);

        assertThat(allowed(application, ADMIN)).doesNotContain(Action.CORRECTION_CONFIRMATION);
        refused("duty.separated", 403, () -> Corrections.confirm(application, 1, ADMIN, NOW, TODAY));
        refused("correction.not-found", 404, () -> Corrections.confirm(application, 2, OFFICER, NOW, TODAY));
    }

    @Test
    void aConsultationIsCorrectedByItsPlace() {
        Application application = consulted();
        CorrectionRequest request = new CorrectionRequest(
                Kind.CONSULTATION, 0, null, TODAY.minusDays(2), null, "mit Aussprache", null, "verschrieben");

        Corrections.propose(application, request, CLERK, NOW, TODAY);
        Corrections.confirm(application, 1, OFFICER, NOW, TODAY);

        assertThat(application.steps.consultations.get(0).heldOn()).isEqualTo(TODAY.minusDays(2));
        assertThat(application.steps.consultations.get(0).note()).isEqualTo("mit Aussprache");
        assertThat(application.state).isEqualTo(State.CONSULTED);
    }

    @Test
    void votesDoNotComeToContradictTheResult() {
        Votes lost = new Votes(null, null, false, 5, 11, null, null, null);

        refused(
                "votes.contradict",
                422,
                () -> Corrections.propose(granted(), decisionOf(null, null, lost), CLERK, NOW, TODAY));
    }

    @Test
    void daysKeepTheirOrder() {
        refused(
                "correction.before-advice",
                422,
                () -> Corrections.propose(granted(), decisionOf(null, TODAY.minusDays(5), null), CLERK, NOW, TODAY));
        refused(
                "date.in-future",
                422,
                () -> Corrections.propose(granted(), decisionOf(null, TODAY.plusDays(1), null), CLERK, NOW, TODAY));
        refused(
                "date.before",
                422,
                () -> Corrections.propose(
                        agreed(), decisionOf(null, TODAY.plusDays(1), null), CLERK, NOW, TODAY.plusDays(1)));
    }

    @Test
    void whatIsNotThereIsNotCorrected() {
        refused(
                "correction.unknown-record",
                422,
                () -> Corrections.propose(consulted(), decisionOf("2", null, null), CLERK, NOW, TODAY));
        refused(
                "application.guard",
                409,
                () -> Corrections.propose(assessed(), decisionOf("2", null, null), CLERK, NOW, TODAY));
    }

    private static CorrectionRequest decisionOf(String paperNumber, LocalDate date, Votes votes) {
        return new CorrectionRequest(Kind.DECISION, null, paperNumber, date, votes, null, null, "verschrieben");
    }
}
