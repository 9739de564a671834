package de.quartierwerk.ingestion.intake.mapping;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Stored mappings in the database. */
@ApplicationScoped
class ProfileRepository implements PanacheRepositoryBase<ProfileVersion, ProfileVersion.Key> {
    private static final String LOCK =
            "select count(*) from pg_advisory_xact_lock(hashtextextended('profile ' || :code, 0))";

    /** Keeps others from writing the same profile until the transaction ends. */
    void lock(String code) {
        getEntityManager().createNativeQuery(LOCK).setParameter("code", code).getSingleResult();
    }

    Optional<Profile> current(String code) {
        return find("code = ?1 and current", code).project(Profile.class).firstResultOptional();
    }

    /** Current versions behind a code, in the order of their codes. */
    List<Profile> page(String after, int limit) {
        return find("current and code > ?1 order by code", after)
                .range(0, limit - 1)
                .project(Profile.class)
                .list();
    }

    /** Makes a version the current one. */
    void insert(Profile profile, String by) {
        update("current = false where code = ?1 and current", profile.code());
        ProfileVersion version = new ProfileVersion();
        version.code = profile.code();
        version.version = profile.version();
        version.current = true;
        version.mapping = profile.mapping();
        version.recordedAt = profile.recordedAt();
        version.recordedBy = by;
        persist(version);
    }
}
