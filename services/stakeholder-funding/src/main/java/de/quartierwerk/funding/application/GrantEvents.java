package de.quartierwerk.funding.application;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.GrantDecided;
import de.quartierwerk.events.GrantPaid;
import de.quartierwerk.events.Topics;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.stakeholder.Stakeholders;
import de.quartierwerk.kit.outbox.OutgoingEvent;
import de.quartierwerk.kit.outbox.RequestEvents;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;

/** Tells others of decisions and payments; to be called when the application's change has its version. */
@ApplicationScoped
class GrantEvents {

    private final RequestEvents events;
    private final Stakeholders stakeholders;

    GrantEvents(RequestEvents events, Stakeholders stakeholders) {
        this.events = events;
        this.stakeholders = stakeholders;
    }

    /** The competent body has granted or refused, or less is granted now. */
    void decided(Application application) {
        Decision decision = application.decision();
        ApplicationContent content = application.content;
        String applicantName = stakeholders
                .names(List.of(application.applicant))
                .getOrDefault(application.applicant, application.applicant);
        publish(
                application,
                EventTypes.GRANT_DECIDED,
                new GrantDecided(
                        application.id,
                        application.programme,
                        application.applicant,
                        applicantName,
                        requireNonNull(content.purpose()),
                        content.spaces(),
                        content.needs(),
                        decision.granted() ? "granted" : "refused",
                        event(Money.of(requireNonNullElse(application.granted, BigDecimal.ZERO))),
                        decision.body(),
                        decision.bodyName(),
                        decision.decidedOn(),
                        decision.paperNumber(),
                        application.version));
    }

    /** A payment was ordered from the treasury. */
    void paid(Application application, Payment ordered) {
        publish(
                application,
                EventTypes.GRANT_PAID,
                new GrantPaid(
                        application.id,
                        ordered.id(),
                        event(ordered.amount()),
                        event(application.steps.paid()),
                        requireNonNull(ordered.orderedOn()),
                        application.version));
    }

    private void publish(Application application, String type, Object data) {
        String id = application.id.toString();
        events.publish(new OutgoingEvent(Topics.FUNDING, id, type, id, application.version, data));
    }

    private static de.quartierwerk.events.Money event(Money money) {
        return new de.quartierwerk.events.Money(money.amount(), money.currency());
    }
}
