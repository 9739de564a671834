package de.quartierwerk.registry.level;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.hibernate.annotations.OptimisticLock;

/** A level of spaces (Raumebene). */
@Entity
class SpaceLevel {
    @Id
    String code;

    String name;
    int rank;

    @Version
    long version;

    /** Whether the other services know the level; announcing it does not change its version. */
    @OptimisticLock(excluded = true)
    boolean announced;

    LevelResponse toResponse() {
        return new LevelResponse(code, name, rank, version);
    }
}
