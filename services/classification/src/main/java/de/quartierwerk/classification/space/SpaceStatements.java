package de.quartierwerk.classification.space;

import com.fasterxml.jackson.core.type.TypeReference;
import de.quartierwerk.events.LevelDefined;
import de.quartierwerk.events.LevelWithdrawn;
import de.quartierwerk.events.SocialSpace;
import de.quartierwerk.kit.database.Columns;
import de.quartierwerk.kit.database.Json;
import de.quartierwerk.kit.database.JsonColumns;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The copies of levels and spaces: taken over and read as sets. */
@ApplicationScoped
class SpaceStatements {
    private static final LocalDate SINCE_EVER = LocalDate.of(1, 1, 1);
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private static final String ACCEPT_LEVEL = """
            insert into level (code, name, rank, version) values (?, ?, ?, ?)
            on conflict on constraint pk_level do update
                set name = excluded.name, rank = excluded.rank, version = excluded.version
            where excluded.version > level.version""";

    private static final String ACCEPT_SPACE = """
            insert into space (key, valid_from, valid_to, name, level, parent, path, area_square_metres, attributes, version)
            values (?, ?, cast(? as date), ?, ?, cast(? as text), ?, cast(? as double precision), cast(? as jsonb), ?)
            on conflict on constraint pk_space do update
                set valid_to = excluded.valid_to, name = excluded.name, level = excluded.level, parent = excluded.parent,
                    path = excluded.path, area_square_metres = excluded.area_square_metres,
                    attributes = excluded.attributes, version = excluded.version
            where excluded.version > space.version""";

    /** Only keys that are missing: a conflict would use up an ordinal, too. */
    private static final String NAME_KEYS = """
            insert into space_key (key)
            select k from unnest(?) k where not exists (select 1 from space_key s where s.key = k)
            on conflict on constraint uq_space_key do nothing""";

    private static final String VALID = "valid_from <= ? and (valid_to is null or valid_to >= ?)";

    private final Jdbi jdbi;
    private final JsonColumns json;

    SpaceStatements(Jdbi jdbi, JsonColumns json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** A space or larger area as it stood on a day. */
    record Row(
            String key,
            String level,
            @Nullable String parent,
            @Nullable Double areaSquareMetres,
            Map<String, String> attributes) {}

    /** When a key means a space. */
    record Validity(
            String key, LocalDate validFrom, @Nullable LocalDate validTo) {}

    void accept(LevelDefined level) {
        jdbi.useHandle(
                handle -> handle.execute(ACCEPT_LEVEL, level.code(), level.name(), level.rank(), level.version()));
    }

    void remove(LevelWithdrawn level) {
        jdbi.useHandle(handle ->
                handle.execute("delete from level where code = ? and version < ?", level.code(), level.version()));
    }

    /** Takes over states unless those held are as new. */
    void accept(List<SocialSpace> spaces) {
        TreeSet<String> keys = new TreeSet<>();
        spaces.forEach(space -> keys.add(space.key()));
        jdbi.useHandle(handle -> {
            if (!spaces.isEmpty()) {
                PreparedBatch batch = handle.prepareBatch(ACCEPT_SPACE);
                spaces.forEach(space -> add(batch, space));
                batch.execute();
            }
            handle.execute(NAME_KEYS, (Object) keys.toArray(String[]::new));
        });
    }

    private static void add(PreparedBatch batch, SocialSpace space) {
        BigDecimal area = space.areaSquareMetres();
        batch.add(
                space.key(),
                Objects.requireNonNullElse(space.validFrom(), SINCE_EVER),
                space.validTo(),
                space.name(),
                space.level(),
                space.parent(),
                space.path().toArray(String[]::new),
                area == null ? null : (Double) area.doubleValue(),
                new Json(space.attributes()),
                space.version());
    }

    /** Code and rank of every level. */
    List<Map.Entry<String, Integer>> levels() {
        return list("select code, rank from level", row -> Map.entry(row.getString(1), row.getInt(2)));
    }

    boolean isLevel(String code) {
        return !list("select 1 from level where code = ?", row -> true, code).isEmpty();
    }

    /** Spaces of a level on a day, in the order of their keys. */
    List<Row> ofLevel(String level, LocalDate day, boolean withAttributes) {
        String attributes = withAttributes ? "attributes" : "null as attributes";
        return list(
                "select key, level, parent, area_square_metres, " + attributes + " from space where level = ? and "
                        + VALID + " order by key",
                this::row,
                level,
                day,
                day);
    }

    Spaces.Count count(String level, LocalDate day, @Nullable String area) {
        return list(
                        "select count(*), count(*) filter (where cast(? as text) is null or ? = any(path)) from space"
                                + " where level = ? and " + VALID,
                        row -> new Spaces.Count(row.getInt(1), row.getInt(2)),
                        area,
                        area,
                        level,
                        day,
                        day)
                .get(0);
    }

    /** Validity of every other space that has the key of a space of a level on a day, with that key. */
    List<Validity> namesakes(String level, LocalDate day) {
        return list(
                """
                select s.key, other.valid_from, other.valid_to
                from space s join space other on other.key = s.key and other.valid_from <> s.valid_from
                where s.level = ? and s.valid_from <= ? and (s.valid_to is null or s.valid_to >= ?)
                order by s.key, other.valid_from""",
                row -> new Validity(
                        row.getString(1), row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class)),
                level,
                day,
                day);
    }

    /** Whether one of the keys with these ordinals ever meant a space of a level. */
    boolean anyOfLevel(String level, Long... ordinals) {
        return !list(
                        "select 1 from unnest(?) as wanted(ordinal) join space_key k on k.ordinal = wanted.ordinal"
                                + " join space s on s.key = k.key where s.level = ? limit 1",
                        row -> true,
                        ordinals,
                        level)
                .isEmpty();
    }

    /** Every space of a level with a lower rank than the given one on a day, in the order of their keys. */
    List<Row> larger(int rank, LocalDate day) {
        return list(
                "select key, level, parent, area_square_metres, null as attributes from space where level in"
                        + " (select code from level where rank < ?) and " + VALID + " order by key",
                this::row,
                rank,
                day,
                day);
    }

    /** Names of keys, of the validity that holds on the day or else began last. */
    List<Map.Entry<String, String>> names(LocalDate day, String... keys) {
        return list(
                "select distinct on (key) key, name from space where key = any(?) order by key, (" + VALID
                        + ") desc, valid_from desc",
                row -> Map.entry(row.getString(1), row.getString(2)),
                keys,
                day,
                day);
    }

    /** First day of the validity of those of the keys that are valid on a day. */
    List<Map.Entry<String, LocalDate>> validSince(LocalDate day, String... keys) {
        return list(
                "select key, valid_from from space where key = any(?) and " + VALID,
                row -> Map.entry(row.getString(1), row.getObject(2, LocalDate.class)),
                keys,
                day,
                day);
    }

    /** Keys from the root down to a space, of the validity that holds on the day or else began last. */
    Optional<List<String>> path(String key, LocalDate day) {
        return list(
                        "select path from space where key = ? order by (" + VALID + ") desc, valid_from desc limit 1",
                        row -> Columns.texts(row, "path"),
                        key,
                        day,
                        day)
                .stream()
                .findFirst();
    }

    /** Turns the present row into a value. */
    private interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    private <T> List<T> list(String statement, Mapper<T> mapper, @Nullable Object... parameters) {
        return jdbi.withHandle(handle -> handle.select(statement, parameters)
                .map((row, context) -> mapper.map(row))
                .list());
    }

    private Row row(ResultSet row) throws SQLException {
        double area = row.getDouble("area_square_metres");
        Double known = row.wasNull() ? null : (Double) area;
        Map<String, String> attributes = json.read(row, "attributes", TEXTS);
        return new Row(
                row.getString("key"),
                row.getString("level"),
                row.getString("parent"),
                known,
                attributes == null ? Map.of() : attributes);
    }
}
