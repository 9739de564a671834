package de.quartierwerk.funding.space;

import de.quartierwerk.events.SocialSpace;
import de.quartierwerk.kit.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;

/** SQL on the copies of the social spaces. */
@ApplicationScoped
class SpaceStatements {

    private static final String ACCEPT = """
            insert into space (key, valid_from, valid_to, name, level, path, version)
            values (?, ?, cast(? as date), ?, ?, ?, ?)
            on conflict on constraint pk_space do update set valid_to = excluded.valid_to, name = excluded.name,
                level = excluded.level, path = excluded.path, version = excluded.version
            where excluded.version > space.version""";

    private static final String LATEST_PATHS = """
            select distinct on (key) key, path from space where key = any(?) order by key, valid_from desc""";

    private final Jdbi jdbi;

    SpaceStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Takes over a state unless the one held is as new. */
    void accept(SocialSpace space) {
        LocalDate from = Objects.requireNonNullElse(space.validFrom(), LocalDate.of(1, 1, 1));
        jdbi.useHandle(handle -> handle.execute(
                ACCEPT,
                space.key(),
                from,
                space.validTo(),
                space.name(),
                space.level(),
                space.path().toArray(String[]::new),
                space.version()));
    }

    /** Keys from the root down to the space, by the space's key, each of the validity that began last. */
    Map<String, List<String>> paths(Collection<String> keys) {
        Map<String, List<String>> paths = new HashMap<>();
        jdbi.useHandle(handle -> handle.select(LATEST_PATHS, (Object) keys.toArray(String[]::new))
                .map((row, context) -> new SimpleImmutableEntry<>(row.getString("key"), Columns.texts(row, "path")))
                .forEach(each -> paths.put(each.getKey(), each.getValue())));
        return paths;
    }
}
