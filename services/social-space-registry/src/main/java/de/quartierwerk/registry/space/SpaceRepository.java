package de.quartierwerk.registry.space;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;

/** Single spaces in the database; {@link SpaceStatements} reads and changes many at once. */
@ApplicationScoped
class SpaceRepository implements PanacheRepositoryBase<SpaceEntity, Long> {

    /** Whether a space has, had or will have the key. */
    boolean exists(String key) {
        return count("key", key) > 0;
    }

    /** The space that has the key on that day. */
    Optional<SpaceEntity> findAt(String key, LocalDate day) {
        return find("key = ?1 and validFrom <= ?2 and (validTo is null or validTo >= ?2)", key, day)
                .singleResultOptional();
    }

    /** The space that had or will have the key last. */
    Optional<SpaceEntity> findLatest(String key) {
        return find("key = ?1 order by validFrom desc", key).firstResultOptional();
    }

    /** First day after that one on which a new space gets the key. */
    Optional<LocalDate> findNextStart(String key, LocalDate day) {
        return find("key = ?1 and validFrom > ?2 order by validFrom", key, day)
                .firstResultOptional()
                .map(space -> space.validFrom);
    }

    /** Number of children of the key that are valid after that day. */
    long countChildrenAfter(String key, LocalDate day) {
        return count("parent = ?1 and (validTo is null or validTo > ?2)", key, day);
    }
}
