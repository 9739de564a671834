package de.quartierwerk.registry.level;

import de.quartierwerk.kit.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Levels in the database. */
@ApplicationScoped
class LevelRepository {
    private static final String COLUMNS = "code, name, rank, version";

    private final Sql sql;

    LevelRepository(Sql sql) {
        this.sql = sql;
    }

    Optional<SpaceLevel> find(String code) {
        return sql.first("select " + COLUMNS + " from space_level where code = ?", LevelRepository::level, code);
    }

    /** Waits for others that change the level, and keeps them off until the transaction ends. */
    Optional<SpaceLevel> findForChange(String code) {
        return sql.first(
                "select " + COLUMNS + " from space_level where code = ? for update", LevelRepository::level, code);
    }

    List<SpaceLevel> list(int rank, String code, int limit) {
        return sql.list(
                "select " + COLUMNS + " from space_level where (rank, code) > (?, ?) order by rank, code limit ?",
                LevelRepository::level,
                rank,
                code,
                limit);
    }

    /** Answers false when somebody else has just inserted it. */
    boolean insert(SpaceLevel level) {
        return sql.update(
                        "insert into space_level (code, name, rank, version, announced) values (?, ?, ?, ?, true)"
                                + " on conflict do nothing",
                        level.code(),
                        level.name(),
                        level.rank(),
                        level.version())
                == 1;
    }

    void update(SpaceLevel level) {
        sql.update(
                "update space_level set name = ?, rank = ?, version = ? where code = ?",
                level.name(),
                level.rank(),
                level.version(),
                level.code());
    }

    /** Spaces whose parent would not lie on a larger level if the level had the rank. */
    Optional<String> spaceThatForbids(String code, int rank) {
        return sql.first("""
                select child.key from space child
                join space parent on parent.key = child.parent
                    and daterange(parent.valid_from, parent.valid_to, '[]') @> child.valid_from
                join space_level larger on larger.code = parent.level
                join space_level smaller on smaller.code = child.level
                where (child.level = ? and larger.rank >= ?) or (parent.level = ? and smaller.rank <= ?)
                order by child.key limit 1
                """, row -> row.getString(1), code, rank, code, rank);
    }

    /** Levels that came with the installation and were not yet told to the other services; only once. */
    List<SpaceLevel> takeUnannounced() {
        return sql.list(
                "update space_level set announced = true where not announced returning " + COLUMNS,
                LevelRepository::level);
    }

    private static SpaceLevel level(ResultSet row) throws SQLException {
        return new SpaceLevel(row.getString("code"), row.getString("name"), row.getInt("rank"), row.getLong("version"));
    }
}
