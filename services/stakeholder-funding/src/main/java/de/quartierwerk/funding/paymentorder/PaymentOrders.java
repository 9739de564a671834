package de.quartierwerk.funding.paymentorder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Orders, for the feature whose payments they are. */
@ApplicationScoped
public class PaymentOrders {

    private final PaymentOrderRepository orders;

    PaymentOrders(PaymentOrderRepository orders) {
        this.orders = orders;
    }

    /** Gives an order to the treasury. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void give(PaymentOrder order) {
        orders.persist(PaymentOrderEntity.of(order));
    }
}
