package de.quartierwerk.funding.paymentorder;

/** How far an order is. */
public enum OrderState {
    /** Given to the treasury. */
    ORDERED,
    /** The treasury has paid. */
    CONFIRMED,
    /** Not paid; the money is committed again. */
    CANCELLED
}
