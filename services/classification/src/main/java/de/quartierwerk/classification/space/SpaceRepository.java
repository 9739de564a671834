package de.quartierwerk.classification.space;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.events.LevelDefined;
import de.quartierwerk.events.SocialSpace;
import de.quartierwerk.kit.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** Queries on the copies of levels and spaces. */
@ApplicationScoped
class SpaceRepository {
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

    private final Sql sql;
    private final ObjectMapper json;

    SpaceRepository(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** A space or larger area as it stood on a day. */
    record Row(String key, String level, String parent, Double areaSquareMetres, Map<String, String> attributes) {}

    /** When a key means a space; the last day may be null. */
    record Validity(String key, LocalDate validFrom, LocalDate validTo) {}

    void accept(LevelDefined level) {
        sql.update(ACCEPT_LEVEL, level.code(), level.name(), level.rank(), level.version());
    }

    /** Takes over states unless those held are as new. */
    void accept(List<SocialSpace> spaces) {
        List<Object[]> rows = new ArrayList<>();
        TreeSet<String> keys = new TreeSet<>();
        for (SocialSpace space : spaces) {
            keys.add(space.key());
            rows.add(new Object[] {
                space.key(),
                Objects.requireNonNullElse(space.validFrom(), SINCE_EVER),
                space.validTo(),
                space.name(),
                space.level(),
                space.parent(),
                space.path().toArray(String[]::new),
                space.areaSquareMetres() == null
                        ? null
                        : (Double) space.areaSquareMetres().doubleValue(),
                text(space.attributes()),
                space.version()
            });
        }
        sql.updateAll(ACCEPT_SPACE, rows);
        sql.update(NAME_KEYS, (Object) keys.toArray(String[]::new));
    }

    /** Rank of every level by its code. */
    List<Map.Entry<String, Integer>> levels() {
        return sql.list("select code, rank from level", row -> Map.entry(row.getString(1), row.getInt(2)));
    }

    Optional<String> levelName(String code) {
        return sql.first("select name from level where code = ?", row -> row.getString(1), code);
    }

    /** Spaces of a level on a day, in the order of their keys. */
    List<Row> ofLevel(String level, LocalDate day, boolean withAttributes) {
        String attributes = withAttributes ? "attributes" : "null as attributes";
        return sql.list(
                "select key, level, parent, area_square_metres, " + attributes + " from space where level = ? and "
                        + VALID + " order by key",
                this::row,
                level,
                day,
                day);
    }

    Spaces.Count count(String level, LocalDate day, String area) {
        return sql.first(
                        "select count(*), count(*) filter (where cast(? as text) is null or ? = any(path)) from space"
                                + " where level = ? and " + VALID,
                        row -> new Spaces.Count(row.getInt(1), row.getInt(2)),
                        area,
                        area,
                        level,
                        day,
                        day)
                .orElseThrow();
    }

    /** Validity of every other space that has the key of a space of a level on a day, with that key. */
    List<Validity> namesakes(String level, LocalDate day) {
        return sql.list(
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
        return sql.first(
                        "select 1 from unnest(?) as wanted(ordinal) join space_key k on k.ordinal = wanted.ordinal"
                                + " join space s on s.key = k.key where s.level = ? limit 1",
                        row -> true,
                        ordinals,
                        level)
                .isPresent();
    }

    /** Every space of a level with a lower rank than the given one on a day, in the order of their keys. */
    List<Row> larger(int rank, LocalDate day) {
        return sql.list(
                "select key, level, parent, area_square_metres, null as attributes from space where level in"
                        + " (select code from level where rank < ?) and " + VALID + " order by key",
                this::row,
                rank,
                day,
                day);
    }

    /** Names of keys, of the validity that holds on the day or else began last. */
    List<Map.Entry<String, String>> names(LocalDate day, String... keys) {
        return sql.list(
                "select distinct on (key) key, name from space where key = any(?) order by key, (" + VALID
                        + ") desc, valid_from desc",
                row -> Map.entry(row.getString(1), row.getString(2)),
                keys,
                day,
                day);
    }

    /** First day of the validity of those of the keys that are valid on a day. */
    List<Map.Entry<String, LocalDate>> validSince(LocalDate day, String... keys) {
        return sql.list(
                "select key, valid_from from space where key = any(?) and " + VALID,
                row -> Map.entry(row.getString(1), row.getObject(2, LocalDate.class)),
                keys,
                day,
                day);
    }

    /** Keys from the root down to a space, of the validity that holds on the day or else began last. */
    Optional<List<String>> path(String key, LocalDate day) {
        return sql.first(
                "select path from space where key = ? order by (" + VALID + ") desc, valid_from desc limit 1",
                row -> Sql.texts(row, "path"),
                key,
                day,
                day);
    }

    private Row row(ResultSet row) throws SQLException {
        String attributes = row.getString(5);
        double area = row.getDouble(4);
        return new Row(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.wasNull() ? null : (Double) area,
                attributes == null ? Map.of() : texts(attributes));
    }

    private Map<String, String> texts(String attributes) {
        try {
            return json.readValue(attributes, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Attributes in the database are not readable", e);
        }
    }

    private String text(Map<String, String> attributes) {
        try {
            return json.writeValueAsString(attributes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
