package de.quartierwerk.funding.paymentorder;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** A file of orders for the treasury. */
@Entity
class PaymentBatch {

    @Id
    int number;

    String createdBy;
    Instant createdAt;
}
