package de.quartierwerk.funding.paymentorder;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Queries on orders. */
@ApplicationScoped
class PaymentOrderRepository implements PanacheRepositoryBase<PaymentOrderEntity, UUID> {

    /** The row, locked until the end of the transaction. */
    @Nullable
    PaymentOrderEntity lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The application whose payment it is. */
    Optional<UUID> application(UUID id) {
        return find("select o.application from PaymentOrderEntity o where o.id = ?1", id)
                .project(UUID.class)
                .firstResultOptional();
    }

    /** The oldest first, after the place of the last one. */
    List<PaymentOrderEntity> list(@Nullable OrderState state, Instant after, UUID id, int limit) {
        List<OrderState> states = state == null ? List.of(OrderState.values()) : List.of(state);
        return find("state in ?1 and (orderedAt, id) > (?2, ?3) order by orderedAt, id", states, after, id)
                .page(0, limit)
                .list();
    }

    List<PaymentOrderEntity> ofBatch(int batch) {
        return list("batch = ?1 order by orderedAt, id", batch);
    }

    /** Puts all orders with an account, which are in no file yet, into one. */
    int assign(int batch) {
        return update("batch = ?1 where batch is null and iban is not null and state = ?2", batch, OrderState.ORDERED);
    }
}
