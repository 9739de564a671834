package de.quartierwerk.registry.spaceimport;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Timeouts;
import org.hibernate.jpa.SpecHints;

/** Imports in the database. */
@ApplicationScoped
class ImportRepository implements PanacheRepositoryBase<SpaceImport, UUID> {

    /** The oldest import whose rows wait to be applied and that no other instance has; this transaction keeps it. */
    Optional<SpaceImport> lockWaiting() {
        return find("state = ?1 and not applied order by startedAt", SpaceImport.State.RUNNING)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
                .firstResultOptional();
    }

    /** Imports of a level whose events are still on the way. */
    List<UUID> findOpenPublications(String level) {
        return find(
                        "select id from SpaceImport where state = ?1 and applied and level = ?2",
                        SpaceImport.State.RUNNING,
                        level)
                .project(UUID.class)
                .list();
    }
}
