package de.quartierwerk.registry.span;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.kit.database.JsonColumns;
import de.quartierwerk.registry.boundary.LonLat;
import de.quartierwerk.registry.boundary.Wkb;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Statements on spans of validity. */
@ApplicationScoped
class SpanStatements {
    /** Larger boundaries are fetched one by one, so that a portion stays small. */
    private static final int LARGE_BYTES = 64 * 1024;

    private static final String COLUMNS =
            "s.id, s.key, s.name, s.short_name, s.level, s.parent, s.valid_from, s.valid_to,"
                    + " s.area_square_metres, s.lon, s.lat, s.label_lon, s.label_lat, s.attributes, s.west, s.south, s.east, s.north";
    private static final TypeReference<ObjectNode> OBJECT = new TypeReference<>() {};

    private final Jdbi jdbi;
    private final JsonColumns json;

    SpanStatements(Jdbi jdbi, JsonColumns json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /**
     * A span as it is stored.
     *
     * @param box box around the boundary; null without one
     * @param wkb the boundary; null without one, or where it is large
     */
    record Row(long id, Span span, @Nullable Envelope box, byte @Nullable [] wkb) {
        SpanPosition position() {
            return span.position();
        }
    }

    /** Spans whose box touches the filter's area, in their order after a position. */
    List<Row> after(SpanFilter filter, SpanPosition position, int limit) {
        Query query = new Query(filter);
        query.add("and (s.key, s.valid_from) > (?, ?)", position.key(), position.validFrom());
        query.add("order by s.key, s.valid_from limit ?", limit);
        return rows(query);
    }

    /** The same before a position, the nearest first. */
    List<Row> before(SpanFilter filter, SpanPosition position, int limit) {
        Query query = new Query(filter);
        query.add("and (s.key, s.valid_from) < (?, ?)", position.key(), position.validFrom());
        query.add("order by s.key desc, s.valid_from desc limit ?", limit);
        return rows(query);
    }

    /** How many spans the filter takes, whose area is none or unbounded. */
    long count(SpanFilter filter) {
        Query query = new Query(filter);
        return jdbi.withHandle(handle -> handle.select(
                        "select count(*) from space s where " + query.conditions, query.parameters.toArray())
                .mapTo(Long.class)
                .one());
    }

    /** See {@link Spans#state}. */
    String state() {
        return jdbi.withHandle(handle -> handle.select("""
                        select concat_ws(' ', (select max(version) from space),
                            (select string_agg(concat_ws(' ', code, rank, hierarchy), ' ' order by code) from space_level))
                        """).mapTo(String.class).one());
    }

    Optional<Row> find(String level, SpanPosition position) {
        Query query = new Query(new SpanFilter(level, null, null, position.key(), null, null, null));
        query.add("and s.valid_from = ?", position.validFrom());
        return rows(query).stream().findFirst();
    }

    /** The attributes of spans that the filter takes, whose area is none or unbounded. */
    List<AttributeColumn> attributes(SpanFilter filter) {
        Query query = new Query(filter);
        return jdbi.withHandle(handle -> handle.select("""
                        select e.key, bool_and(jsonb_typeof(e.value) in ('number', 'null'))
                                and bool_or(jsonb_typeof(e.value) = 'number') numbers,
                            bool_and(e.value::text ~ '^(null|-?\\d{1,15})$') integers,
                            bool_and(jsonb_typeof(e.value) in ('boolean', 'null'))
                                and bool_or(jsonb_typeof(e.value) = 'boolean') booleans,
                            bool_and(e.value::text ~ '^(null|"[0-9]{4}-[0-9]{2}-[0-9]{2}")$')
                                and bool_or(jsonb_typeof(e.value) = 'string') days,
                            max(octet_length(e.value #>> '{}')) bytes
                        from space s, jsonb_each(s.attributes) e where %s
                        group by e.key order by e.key collate "C"
                        """.formatted(query.conditions), query.parameters.toArray())
                .map((row, context) -> attribute(row))
                .list());
    }

    private static AttributeColumn attribute(ResultSet row) throws SQLException {
        return new AttributeColumn(row.getString("key"), type(row), row.getInt("bytes"));
    }

    private static AttributeColumn.Type type(ResultSet row) throws SQLException {
        if (row.getBoolean("numbers")) {
            return row.getBoolean("integers") ? AttributeColumn.Type.INTEGER : AttributeColumn.Type.DECIMAL;
        }
        if (row.getBoolean("booleans")) {
            return AttributeColumn.Type.BOOLEAN;
        }
        return row.getBoolean("days") ? AttributeColumn.Type.DATE : AttributeColumn.Type.TEXT;
    }

    /** The boundary of a space. */
    Geometry boundary(long space) {
        return Wkb.read(
                jdbi.withHandle(handle -> handle.select("select wkb from space_boundary where space_id = ?", space)
                        .mapTo(byte[].class)
                        .one()));
    }

    private List<Row> rows(Query query) {
        return jdbi.withHandle(handle -> handle.select(
                        "select " + COLUMNS + ", case when octet_length(b.wkb) <= " + LARGE_BYTES
                                + " then b.wkb end wkb from space s left join space_boundary b on b.space_id = s.id where "
                                + query.conditions,
                        query.parameters.toArray())
                .map((row, context) -> row(row))
                .list());
    }

    private Row row(ResultSet row) throws SQLException {
        double west = row.getDouble("west");
        Envelope box = row.wasNull()
                ? null
                : new Envelope(west, row.getDouble("east"), row.getDouble("south"), row.getDouble("north"));
        Span span = new Span(
                row.getString("key"),
                row.getString("name"),
                row.getString("short_name"),
                row.getString("level"),
                row.getString("parent"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getBigDecimal("area_square_metres"),
                box == null ? null : new LonLat(row.getDouble("lon"), row.getDouble("lat")),
                labelPoint(row),
                Objects.requireNonNull(json.read(row, "attributes", OBJECT)),
                null);
        return new Row(row.getLong("id"), span, box, row.getBytes("wkb"));
    }

    private static @Nullable LonLat labelPoint(ResultSet row) throws SQLException {
        double lon = row.getDouble("label_lon");
        return row.wasNull() ? null : new LonLat(lon, row.getDouble("label_lat"));
    }

    /** Conditions of a filter with their parameters. */
    private static final class Query {
        private final StringBuilder conditions = new StringBuilder("s.level = ? ");
        private final List<Object> parameters = new ArrayList<>();

        Query(SpanFilter filter) {
            parameters.add(filter.level());
            addIfGiven("and (s.valid_to is null or s.valid_to >= ?) ", filter.from());
            addIfGiven("and s.valid_from <= ? ", filter.to());
            addIfGiven("and s.key = ? ", filter.key());
            addIfGiven("and s.name = ? ", filter.name());
            addIfGiven("and s.parent = ? ", filter.parent());
            if (filter.area() != null) {
                addBoxes(filter.area());
            }
        }

        void add(String condition, Object... values) {
            conditions.append(condition).append(' ');
            parameters.addAll(List.of(values));
        }

        private void addIfGiven(String condition, @Nullable Object value) {
            if (value != null) {
                add(condition, value);
            }
        }

        /** An area on both sides of the 180th meridian has two parts, whose common box would be the world. */
        private void addBoxes(Geometry area) {
            conditions.append("and (false ");
            for (int i = 0; i < area.getNumGeometries(); i++) {
                Envelope box = area.getGeometryN(i).getEnvelopeInternal();
                if (!box.isNull()) {
                    add(
                            "or box(point(s.west, s.south), point(s.east, s.north)) && box(point(?, ?), point(?, ?))",
                            box.getMinX(),
                            box.getMinY(),
                            box.getMaxX(),
                            box.getMaxY());
                }
            }
            conditions.append(") ");
        }
    }
}
