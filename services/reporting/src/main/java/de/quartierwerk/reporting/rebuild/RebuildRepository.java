package de.quartierwerk.reporting.rebuild;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The request for a rebuild, if there is one. */
@ApplicationScoped
class RebuildRepository implements PanacheRepositoryBase<RebuildRequest, Boolean> {
    /** Requests a rebuild and answers whether none was requested before. */
    boolean insertIfAbsent(Instant requestedAt, String requestedBy) {
        return getEntityManager()
                        .createNativeQuery("insert into rebuild (single, requested_at, requested_by) "
                                + "values (true, :requestedAt, :requestedBy) on conflict do nothing")
                        .setParameter("requestedAt", requestedAt)
                        .setParameter("requestedBy", requestedBy)
                        .executeUpdate()
                == 1;
    }

    /** When the present rebuild was requested. */
    Instant requestedAt() {
        return findById(true).requestedAt;
    }
}
