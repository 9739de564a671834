package de.quartierwerk.ingestion.testing;

import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** A look into the service's database, beside its API. */
@Singleton
public class Database {
    private final Jdbi jdbi;

    Database(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The number that a query of one row and column gives. */
    public long number(String sql, Object... parameters) {
        return list(sql, (row, context) -> row.getLong(1), parameters).get(0);
    }

    /** All rows of a query. */
    public <T> List<T> list(String sql, RowMapper<T> mapper, Object... parameters) {
        return jdbi.withHandle(
                handle -> handle.select(sql, parameters).map(mapper).list());
    }

    /** Changes rows. */
    public void update(String sql, Object... parameters) {
        jdbi.useHandle(handle -> handle.execute(sql, parameters));
    }
}
