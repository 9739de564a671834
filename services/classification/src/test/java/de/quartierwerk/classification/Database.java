package de.quartierwerk.classification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** What tests do to the database behind the service's back; in the present transaction, or in one of its own. */
@ApplicationScoped
@Transactional
public class Database {
    private final Jdbi jdbi;

    Database(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public void update(String statement, Object... parameters) {
        jdbi.useHandle(handle -> handle.execute(statement, parameters));
    }

    public long number(String statement, Object... parameters) {
        return jdbi.withHandle(
                handle -> handle.select(statement, parameters).mapTo(Long.class).one());
    }

    public Instant instant(String statement, Object... parameters) {
        return jdbi.withHandle(handle -> handle.select(statement, parameters)
                .mapTo(OffsetDateTime.class)
                .one()
                .toInstant());
    }

    public List<String> texts(String statement, Object... parameters) {
        return jdbi.withHandle(handle ->
                handle.select(statement, parameters).mapTo(String.class).list());
    }
}
