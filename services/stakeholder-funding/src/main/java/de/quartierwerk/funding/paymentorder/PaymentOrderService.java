package de.quartierwerk.funding.paymentorder;

import de.quartierwerk.funding.budget.LineShare;
import de.quartierwerk.funding.ledger.Account;
import de.quartierwerk.funding.ledger.Balances;
import de.quartierwerk.funding.ledger.Cause;
import de.quartierwerk.funding.ledger.Ledger;
import de.quartierwerk.funding.ledger.Movement;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.paymentorder.OrderRequests.Cancellation;
import de.quartierwerk.funding.paymentorder.OrderRequests.Confirmation;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hands orders over to the treasury and takes in how they ended. */
@ApplicationScoped
class PaymentOrderService {

    private final PaymentOrderRepository orders;
    private final PaymentBatchRepository batches;
    private final OrderedPayments payments;
    private final Ledger ledger;
    private final Caller caller;
    private final Audit audit;
    private final Clock clock;

    PaymentOrderService(
            PaymentOrderRepository orders,
            PaymentBatchRepository batches,
            OrderedPayments payments,
            Ledger ledger,
            Caller caller,
            Audit audit,
            Clock clock) {
        this.orders = orders;
        this.batches = batches;
        this.payments = payments;
        this.ledger = ledger;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    List<PaymentOrder> list(@Nullable OrderState state, Instant after, UUID id, int limit) {
        caller.requireEverywhere();
        return orders.list(state, after, id, limit).stream()
                .map(PaymentOrderEntity::order)
                .toList();
    }

    /** Makes the next file of all orders that are in none yet. */
    @Transactional
    BatchResponse batch() {
        caller.requireEverywhere();
        PaymentBatch batch = new PaymentBatch();
        batch.number = batches.next();
        batch.createdBy = caller.name();
        batch.createdAt = clock.instant();
        batches.persistAndFlush(batch);
        if (orders.assign(batch.number) == 0) {
            throw new Conflict("payment-batch.empty");
        }
        List<PaymentOrder> held = ofBatch(batch.number);
        BatchResponse response = new BatchResponse(
                batch.number,
                held.size(),
                Money.sum(held.stream().map(PaymentOrder::amount).toList()),
                batch.createdBy,
                batch.createdAt);
        audit.record("payment-batch-created", "payment-orders/batches/" + batch.number, null, response);
        return response;
    }

    /** The orders of a file in its order. */
    @Transactional
    List<PaymentOrder> ofBatch(int number) {
        caller.requireEverywhere();
        if (batches.findByIdOptional(number).isEmpty()) {
            throw new NotFound("payment-batch.not-found", number);
        }
        return orders.ofBatch(number).stream().map(PaymentOrderEntity::order).toList();
    }

    @Transactional
    PaymentOrder confirm(UUID id, Confirmation request) {
        PaymentOrderEntity order = waiting(id);
        if (request.paidOn().isAfter(LocalDate.now(clock))) {
            throw new Invalid(
                    "date.in-future",
                    List.of(InputError.at(
                            "/paidOn", "date.in-future", request.paidOn().toString(), request.paidOn())),
                    request.paidOn());
        }
        order.state = OrderState.CONFIRMED;
        order.paidOn = request.paidOn();
        order.reference = request.reference();
        PaymentOrder done = end(order, "payment-order-confirmed");
        Movement movement =
                Movement.of(Cause.CONFIRMATION).application(done.application()).reference(done.id());
        Balances balances = ledger.ofApplication(done.application());
        done.parts()
                .forEach(part -> movement.move(
                        part.line(), done.year(), Account.ORDERED, Account.PAID, ordered(part, done.year(), balances)));
        ledger.record(movement, request.paidOn());
        return done;
    }

    @Transactional
    PaymentOrder cancel(UUID id, Cancellation request) {
        PaymentOrderEntity order = waiting(id);
        order.state = OrderState.CANCELLED;
        order.reason = request.reason();
        undo(order.order());
        return end(order, "payment-order-cancelled");
    }

    /** Moves the money back; refuses with 409 while a part is claimed back, and where it was paid back. */
    private void undo(PaymentOrder done) {
        Movement movement = ledger.reversal(done.id(), Cause.ORDER, done.reason());
        Balances balances = ledger.ofApplication(done.application());
        Money claimed = Money.ZERO;
        for (LineShare part : done.parts()) {
            Money gone = part.amount().minus(ordered(part, done.year(), balances));
            movement.move(part.line(), done.year(), Account.COMMITTED, Account.ORDERED, gone);
            claimed = claimed.plus(gone);
        }
        if (claimed.positive() && payments.repaid(done.application())) {
            throw new Conflict("payment-order.repaid", done.id(), claimed.value());
        }
        if (claimed.positive() && balances.total(Account.CLAIMED).positive()) {
            throw new Conflict("payment-order.claimed", done.id(), claimed.value());
        }
        ledger.record(movement);
    }

    /** What of an order's part is not claimed back: a claim may come before the treasury's answer. */
    private static Money ordered(LineShare part, int year, Balances balances) {
        return part.amount().atMost(balances.of(part.line(), year, Account.ORDERED));
    }

    /** The application is locked before its order, as with every other step. */
    private PaymentOrderEntity waiting(UUID id) {
        caller.requireEverywhere();
        payments.lock(orders.application(id).orElseThrow(() -> new NotFound("payment-order.not-found", id)));
        PaymentOrderEntity order = orders.lock(id);
        if (order == null || order.state != OrderState.ORDERED) {
            throw new Conflict("payment-order.ended", id);
        }
        return order;
    }

    /** An account in full is no matter of the audit trail. */
    private PaymentOrder end(PaymentOrderEntity order, String action) {
        orders.flush();
        PaymentOrder done = order.order();
        payments.ended(done);
        audit.record(action, "payment-orders/" + done.id(), null, Ended.of(done));
        return done;
    }

    private record Ended(
            OrderState state,
            @Nullable LocalDate paidOn,
            @Nullable String reference,
            @Nullable String reason) {

        static Ended of(PaymentOrder order) {
            return new Ended(order.state(), order.paidOn(), order.reference(), order.reason());
        }
    }
}
