package de.quartierwerk.registry.span;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import de.quartierwerk.kit.web.Portions;
import de.quartierwerk.registry.boundary.Wkb;
import de.quartierwerk.registry.level.LevelAttribute;
import de.quartierwerk.registry.level.LevelService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** Reads spans of validity, as many as there are, in the memory of a portion; anybody may. */
@ApplicationScoped
public class Spans {
    private static final int PORTION = 200;
    private static final int COUNTS_KEPT = 1_000;

    private final SpanStatements statements;
    private final LevelService levels;
    /** Each page of a list tells how many there are on all pages. */
    private final Cache<Counted, Long> counts =
            Caffeine.newBuilder().maximumSize(COUNTS_KEPT).build();

    Spans(SpanStatements statements, LevelService levels) {
        this.statements = statements;
        this.levels = levels;
    }

    private record Counted(String state, SpanFilter filter) {}

    /** The spans that the filter takes after a position, in their order. */
    public Stream<Span> after(SpanFilter filter, SpanPosition position) {
        return taken(
                        filter,
                        portions((last, limit) ->
                                statements.after(filter, last == null ? position : last.position(), limit)))
                .map(this::withBoundary);
    }

    /**
     * The position after which a page begins that ends before another position.
     *
     * @param spans how many the page has
     */
    public SpanPosition startOfPageBefore(SpanFilter filter, SpanPosition position, int spans) {
        return taken(
                        filter,
                        portions((last, limit) ->
                                statements.before(filter, last == null ? position : last.position(), limit)))
                .skip(spans)
                .findFirst()
                .map(SpanStatements.Row::position)
                .orElse(SpanPosition.START);
    }

    /**
     * A text that is another one after each change of spaces, or of ranks or hierarchies of levels, for those who keep
     * what they have read.
     */
    public String state() {
        return statements.state();
    }

    /** How many spans the filter takes. */
    public long count(SpanFilter filter) {
        return counts.get(new Counted(state(), filter), counted -> countNow(counted.filter()));
    }

    private long countNow(SpanFilter filter) {
        return filter.area() == null
                ? statements.count(filter)
                : taken(
                                filter,
                                portions((last, limit) -> statements.after(
                                        filter, last == null ? SpanPosition.START : last.position(), limit)))
                        .count();
    }

    /** The span of a level that begins at a position. */
    public Optional<Span> find(String level, SpanPosition position) {
        return statements.find(level, position).map(this::withBoundary);
    }

    /** The attributes that the level declares, then others that the spans have which the filter takes, by name. */
    public List<AttributeColumn> attributes(SpanFilter filter) {
        return DeclaredAttributes.before(statements.attributes(filter), declared(filter.level()));
    }

    /** The attributes that a level declares, in its order. */
    public List<LevelAttribute> declared(String level) {
        return levels.rules(level).attributes();
    }

    private static Stream<SpanStatements.Row> portions(Portions.Reader<SpanStatements.Row> reader) {
        return StreamSupport.stream(Portions.of(PORTION, reader).spliterator(), false);
    }

    private Stream<SpanStatements.Row> taken(SpanFilter filter, Stream<SpanStatements.Row> rows) {
        Geometry area = filter.area();
        if (area == null) {
            return rows;
        }
        PreparedGeometry prepared = PreparedGeometryFactory.prepare(area);
        return rows.filter(row -> row.box() != null
                && (prepared.covers(area.getFactory().toGeometry(row.box())) || prepared.intersects(geometry(row))));
    }

    private Span withBoundary(SpanStatements.Row row) {
        Span span = row.span();
        return new Span(
                span.key(),
                span.name(),
                span.shortName(),
                span.level(),
                span.parent(),
                span.validFrom(),
                span.validTo(),
                span.areaSquareMetres(),
                span.centroid(),
                span.labelPoint(),
                span.attributes(),
                row.box() == null ? null : geometry(row));
    }

    private Geometry geometry(SpanStatements.Row row) {
        return row.wkb() == null ? statements.boundary(row.id()) : Wkb.read(row.wkb());
    }
}
