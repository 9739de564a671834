package de.quartierwerk.funding.paymentorder;

import java.util.UUID;

/** Whose payments are ordered: gets to know how they end. All calls run in the transaction of the order's change. */
public interface OrderedPayments {

    /** Keeps other changes of the application waiting; refuses a caller who must not see it. */
    void lock(UUID application);

    /** Whether something of the application's money was paid back. */
    boolean repaid(UUID application);

    /** The treasury has paid; or the order was cancelled, and its money lies where it was committed. */
    void ended(PaymentOrder order);
}
