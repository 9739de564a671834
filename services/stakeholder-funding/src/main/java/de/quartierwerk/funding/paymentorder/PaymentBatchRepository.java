package de.quartierwerk.funding.paymentorder;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Queries on files of orders. */
@ApplicationScoped
class PaymentBatchRepository implements PanacheRepositoryBase<PaymentBatch, Integer> {

    /** The number of the next file; files are made one after another. */
    int next() {
        getEntityManager()
                .createNativeQuery("lock table payment_batch in share row exclusive mode")
                .executeUpdate();
        return find("order by number desc")
                        .page(0, 1)
                        .firstResultOptional()
                        .map(last -> last.number)
                        .orElse(0)
                + 1;
    }
}
