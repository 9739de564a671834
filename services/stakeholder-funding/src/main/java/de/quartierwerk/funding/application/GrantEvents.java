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
import java.util.ArrayList;
import java.util.Comparator;
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
        events.publish(decidedEvent(application));
    }

    /** A payment was ordered from the treasury, or its order was cancelled: the total says what is paid now. */
    void paid(Application application, Payment payment) {
        events.publish(paidEvent(application, payment));
    }

    /** The events that tell what was decided and what was paid last, for an application with a decision. */
    List<OutgoingEvent> present(Application application) {
        List<OutgoingEvent> present = new ArrayList<>(List.of(decidedEvent(application)));
        application.steps.payments.stream()
                .filter(payment -> payment.orderedOn() != null)
                .max(Comparator.comparing(payment -> requireNonNull(payment.orderedOn())))
                .ifPresent(payment -> present.add(paidEvent(application, payment)));
        return present;
    }

    /** What was decided; of a person neither name nor purpose, but the programme. */
    private OutgoingEvent decidedEvent(Application application) {
        Decision decision = application.decision();
        ApplicationContent content = application.content;
        boolean person = !stakeholders.persons(List.of(application.applicant)).isEmpty();
        String applicantName = person
                ? Stakeholders.PERSON
                : stakeholders
                        .names(List.of(application.applicant))
                        .getOrDefault(application.applicant, application.applicant);
        String purpose = person ? application.programme : requireNonNull(content.purpose());
        return event(
                application,
                EventTypes.GRANT_DECIDED,
                new GrantDecided(
                        application.id,
                        application.programme,
                        application.applicant,
                        applicantName,
                        purpose,
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

    private static OutgoingEvent paidEvent(Application application, Payment ordered) {
        return event(
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

    private static OutgoingEvent event(Application application, String type, Object data) {
        String id = application.id.toString();
        return new OutgoingEvent(Topics.FUNDING, id, type, id, application.version, data);
    }

    private static de.quartierwerk.events.Money event(Money money) {
        return new de.quartierwerk.events.Money(money.amount(), money.currency());
    }
}
