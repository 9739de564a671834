package de.quartierwerk.funding.space;

import de.quartierwerk.events.SocialSpace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.Session;

/** Queries on the copies of the social spaces. */
@ApplicationScoped
class SpaceRepository {

    private static final String ACCEPT = """
            insert into space (key, valid_from, valid_to, name, level, path, version)
            values (:key, :from, cast(:to as date), :name, :level, cast(:path as text[]), :version)
            on conflict on constraint pk_space do update set valid_to = excluded.valid_to, name = excluded.name,
                level = excluded.level, path = excluded.path, version = excluded.version
            where excluded.version > space.version""";

    private static final String LATEST_PATHS = """
            select distinct on (key) key, path from space
            where key = any(cast(:keys as text[])) order by key, valid_from desc""";

    private final Session session;

    SpaceRepository(Session session) {
        this.session = session;
    }

    /** Takes over a state unless the one held is as new. */
    void accept(SocialSpace space) {
        LocalDate from = Objects.requireNonNullElse(space.validFrom(), LocalDate.of(1, 1, 1));
        session.createNativeMutationQuery(ACCEPT)
                .setParameter("key", space.key())
                .setParameter("from", from)
                .setParameter(
                        "to", space.validTo() == null ? null : space.validTo().toString(), String.class)
                .setParameter("name", space.name())
                .setParameter("level", space.level())
                .setParameter("path", space.path().toArray(String[]::new))
                .setParameter("version", space.version())
                .executeUpdate();
    }

    /** Keys from the root down to the space, by the space's key, each of the validity that began last. */
    Map<String, List<String>> paths(Collection<String> keys) {
        Map<String, List<String>> paths = new HashMap<>();
        session.createNativeQuery(LATEST_PATHS, Object[].class)
                .setParameter("keys", keys.toArray(String[]::new))
                .getResultList()
                .forEach(row -> paths.put((String) row[0], List.of((String[]) row[1])));
        return paths;
    }
}
