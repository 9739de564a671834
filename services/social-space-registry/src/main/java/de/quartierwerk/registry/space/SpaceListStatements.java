package de.quartierwerk.registry.space;

import de.quartierwerk.registry.boundary.Wkb;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** Lists of spaces: by their keys, or the best first where a text is looked for. */
@ApplicationScoped
class SpaceListStatements {
    private static final String FOUND =
            "and fold_text(?) <> '' and (s.folded like '%' || fold_text(?) || '%'" + " or s.folded %> fold_text(?)) ";
    /**
     * What of a space the text is, as {@link FoundSpace.Match} counts, and how similar it is. A name is folded only
     * where the text is a part of it, since that takes longer than all else.
     */
    private static final String MATCH = """
            , case when s.key = ? then 0 when s.folded like '%' || fold_text(?) || '%'
                    and fold_text(?) in (fold_text(s.name), fold_text(s.short_name)) then 1
                when s.folded like fold_text(?) || '%' then 2 when ' ' || s.folded like '% ' || fold_text(?) || '%' then 3
                when s.folded like '%' || fold_text(?) || '%' then 4 else 5 end as match,
                word_similarity(fold_text(?), s.folded) as score
            """;
    /** The boundary, unless its box lies in the area's box as a whole. */
    private static final String EDGE = ", case when not box(point(s.west, s.south), point(s.east, s.north))"
            + " <@ box(point(?, ?), point(?, ?)) then (select b.wkb from space_boundary b where b.space_id = s.id) end as edge";

    private static final int FETCHED_AT_ONCE = 200;
    private static final FoundSpace.Match[] MATCHES = FoundSpace.Match.values();

    private final Jdbi jdbi;
    private final SpaceStatements spaces;

    SpaceListStatements(Jdbi jdbi, SpaceStatements spaces) {
        this.jdbi = jdbi;
        this.spaces = spaces;
    }

    /** Spaces in the order of their keys, from the one after {@code afterKey} on. */
    List<FoundSpace> list(SpaceFilter filter, String afterKey, int limit) {
        Selection selection = new Selection(filter, null);
        selection.add("and s.key > ? order by s.key", afterKey);
        return select(selection, filter.area(), 0, limit);
    }

    /**
     * Spaces that a text finds: first the one with that key, then those of that name, those whose name begins so, those
     * with a word that begins so, those that hold it, and those that are similar, such as with a letter missing.
     */
    List<FoundSpace> search(SpaceFilter filter, String text, int skipped, int limit) {
        Selection selection = new Selection(filter, text);
        selection.add(FOUND, text, text, text);
        selection.add("order by match, score desc, s.key");
        return select(selection, filter.area(), skipped, limit);
    }

    /** A statement on spaces with its parameters. */
    private static final class Selection {
        private final StringBuilder statement = new StringBuilder("select ").append(SpaceStatements.COLUMNS);
        private final List<Object> parameters = new ArrayList<>();
        private final boolean scored;

        Selection(SpaceFilter filter, @Nullable String text) {
            scored = text != null;
            if (text != null) {
                add(MATCH, text, text, text, text, text, text, text);
            }
            Geometry area = filter.area();
            if (area != null && area.isRectangle()) {
                add(EDGE, SpaceStatements.corners(area.getEnvelopeInternal()).toArray());
            } else if (area != null) {
                add(", (select b.wkb from space_boundary b where b.space_id = s.id) as edge");
            }
            add(" from space s where " + SpaceStatements.VALID, filter.asOf());
            if (filter.level() != null) {
                add("and s.level = ? ", filter.level());
            }
            if (filter.parent() != null) {
                add("and s.parent = ? ", filter.parent());
            }
            if (area != null) {
                add(
                        "and " + SpaceStatements.TOUCHES_BOX,
                        SpaceStatements.corners(area.getEnvelopeInternal()).toArray());
            }
        }

        void add(String part, Object... values) {
            statement.append(part);
            parameters.addAll(Arrays.asList(values));
        }
    }

    /** With an area the boundaries decide, so they are read until there are enough. */
    private List<FoundSpace> select(Selection selection, @Nullable Geometry area, int skipped, int limit) {
        if (area == null) {
            selection.add(" offset ? limit ?", skipped, limit);
        }
        PreparedGeometry prepared = area == null ? null : PreparedGeometryFactory.prepare(area);
        return jdbi.withHandle(handle -> {
            try (Stream<Optional<FoundSpace>> rows = handle
                    .select(selection.statement.toString(), selection.parameters.toArray())
                    .setFetchSize(FETCHED_AT_ONCE)
                    .map((row, context) -> touches(row, prepared)
                            ? Optional.of(found(row, selection.scored))
                            : Optional.<FoundSpace>empty())
                    .stream()) {
                return rows.flatMap(Optional::stream)
                        .skip(area == null ? 0 : skipped)
                        .limit(limit)
                        .toList();
            }
        });
    }

    private static boolean touches(ResultSet row, @Nullable PreparedGeometry area) throws SQLException {
        byte[] edge = area == null ? null : row.getBytes("edge");
        return area == null || edge == null || area.intersects(Wkb.read(edge));
    }

    private FoundSpace found(ResultSet row, boolean scored) throws SQLException {
        return scored
                ? new FoundSpace(spaces.space(row), MATCHES[row.getInt("match")], rounded(row.getDouble("score")))
                : FoundSpace.of(spaces.space(row));
    }

    private static double rounded(double score) {
        return Math.round(1_000 * score) / 1_000d;
    }
}
