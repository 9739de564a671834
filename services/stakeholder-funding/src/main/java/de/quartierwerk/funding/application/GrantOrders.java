package de.quartierwerk.funding.application;

import de.quartierwerk.funding.bankdetails.BankDetailsService;
import de.quartierwerk.funding.budget.Budgets;
import de.quartierwerk.funding.paymentorder.OrderState;
import de.quartierwerk.funding.paymentorder.OrderedPayments;
import de.quartierwerk.funding.paymentorder.PaymentOrder;
import de.quartierwerk.funding.paymentorder.PaymentOrders;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;

/** The payments of grants as orders to the treasury: gives them, and takes in how they ended. */
@ApplicationScoped
class GrantOrders implements OrderedPayments {

    private final ApplicationRepository repository;
    private final Budgets budgets;
    private final BankDetailsService bankDetails;
    private final PaymentOrders orders;
    private final GrantEvents events;
    private final Audit audit;
    private final Clock clock;

    GrantOrders(
            ApplicationRepository repository,
            Budgets budgets,
            BankDetailsService bankDetails,
            PaymentOrders orders,
            GrantEvents events,
            Audit audit,
            Clock clock) {
        this.repository = repository;
        this.budgets = budgets;
        this.bankDetails = bankDetails;
        this.orders = orders;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes the committed money and tells the treasury where to pay it. */
    void give(Application application, Payment payment) {
        orders.give(new PaymentOrder(
                payment.id(),
                application.id,
                application.applicant,
                payment.call(),
                payment.year(),
                payment.amount(),
                payment.dueOn(),
                bankDetails.account(application.applicant).orElse(null),
                budgets.order(application.id, payment.id(), payment.year(), payment.amount()),
                OrderState.ORDERED,
                Objects.requireNonNull(payment.decidedBy()),
                clock.instant(),
                null,
                null,
                null,
                null));
    }

    @Override
    public void lock(UUID application) {
        if (repository.lock(application) == null) {
            throw new NotFound("application.not-found", application);
        }
    }

    @Override
    public boolean repaid(UUID application) {
        return Objects.requireNonNull(repository.lock(application)).steps.repayments.stream()
                .anyMatch(each -> each.waiver() == null);
    }

    /** Money of a cancelled order is free again where nothing can be paid any more; others learn what is paid now. */
    @Override
    public void ended(PaymentOrder order) {
        Application application = Objects.requireNonNull(repository.lock(order.application()));
        Trace before = Trace.of(application);
        PaymentSteps.orderEnded(application, order.id(), order.state(), order.paidOn(), order.reason());
        boolean cancelled = order.state() == OrderState.CANCELLED;
        if (cancelled) {
            application.steps.tranches = budgets.release(
                    application.id,
                    application.steps.tranches,
                    PaymentSteps.freeOf(application, order.year(), order.amount()),
                    application.decision().paperNumber(),
                    Objects.requireNonNullElse(order.reason(), ""));
        }
        repository.flush();
        if (cancelled) {
            application.steps.payments.stream()
                    .filter(each -> each.id().equals(order.id()))
                    .forEach(each -> events.paid(application, each));
        }
        audit.record("application-payment-ended", "applications/" + application.id, before, Trace.of(application));
    }
}
