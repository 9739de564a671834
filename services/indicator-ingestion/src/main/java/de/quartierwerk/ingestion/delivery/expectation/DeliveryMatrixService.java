package de.quartierwerk.ingestion.delivery.expectation;

import de.quartierwerk.events.Period;
import de.quartierwerk.ingestion.catalogue.Catalogue;
import de.quartierwerk.ingestion.space.SpaceAreas;
import de.quartierwerk.ingestion.space.Spaces;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.NotFound;
import de.quartierwerk.kit.web.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the matrix of delivered values, page by page. */
@ApplicationScoped
class DeliveryMatrixService {
    private static final int MOST_COLUMNS = 200;

    private final DeliveryMatrixStatements statements;
    private final Catalogue catalogue;
    private final Spaces spaces;
    private final SpaceAreas areas;
    private final Caller caller;
    private final Clock clock;

    DeliveryMatrixService(
            DeliveryMatrixStatements statements,
            Catalogue catalogue,
            Spaces spaces,
            SpaceAreas areas,
            Caller caller,
            Clock clock) {
        this.statements = statements;
        this.catalogue = catalogue;
        this.spaces = spaces;
        this.areas = areas;
        this.caller = caller;
        this.clock = clock;
    }

    /** What a caller asks for. */
    record Query(
            @Nullable String level,
            @Nullable String parent,
            List<String> indicators,
            List<String> periods,
            @Nullable LocalDate asOf) {}

    private record Key(String indicator, String period) {}

    @Transactional
    DeliveryMatrixResponse matrix(Query query, String after, int limit) {
        String level = check(query);
        DeliveryMatrixStatements.Where where = new DeliveryMatrixStatements.Where(
                level,
                query.parent(),
                caller.everywhere(),
                caller.areaArray(),
                query.asOf() == null ? LocalDate.now(clock) : query.asOf());
        DeliveryMatrixStatements.Which which = new DeliveryMatrixStatements.Which(
                query.indicators().toArray(String[]::new), query.periods().toArray(String[]::new));
        List<Key> columns = columns(query);
        Page<DeliveryMatrixStatements.Named> page = Page.of(
                statements.spaces(where, after, limit == Integer.MAX_VALUE ? limit : limit + 1),
                limit,
                space -> List.of(space.space()));
        return new DeliveryMatrixResponse(sums(where, which, columns), rows(page.items(), which, columns), page.next());
    }

    /** Answers the level, which has to be stated. */
    private String check(Query query) {
        String level = query.level();
        if (level == null) {
            throw Invalid.parameter("level", null, "parameter.missing", "level");
        }
        if (!spaces.levelExists(level)) {
            throw new NotFound("level.unknown", level);
        }
        if (query.parent() != null) {
            areas.requireKnown(query.parent());
        }
        if (query.indicators().isEmpty() || query.periods().isEmpty()) {
            throw Invalid.parameter("indicator", null, "delivery.columns-missing");
        }
        int columns = query.indicators().size() * query.periods().size();
        if (columns > MOST_COLUMNS) {
            throw Invalid.parameter("indicator", columns, "delivery.too-many-columns", MOST_COLUMNS, columns);
        }
        catalogue.requireKnown(query.indicators());
        for (String period : query.periods()) {
            if (Period.parse(period).isEmpty()) {
                throw Invalid.parameter("period", period, "period.malformed", period);
            }
        }
        return level;
    }

    private static List<Key> columns(Query query) {
        List<Key> columns = new ArrayList<>();
        for (String indicator : query.indicators()) {
            query.periods().forEach(period -> columns.add(new Key(indicator, period)));
        }
        return columns;
    }

    private List<DeliveryMatrixResponse.Row> rows(
            List<DeliveryMatrixStatements.Named> page, DeliveryMatrixStatements.Which which, List<Key> columns) {
        Map<String, Map<Key, DeliveryMatrixResponse.Cell>> known = new HashMap<>();
        for (DeliveryMatrixStatements.Known cell : statements.cells(
                page.stream().map(DeliveryMatrixStatements.Named::space).toList(), which)) {
            known.computeIfAbsent(cell.space(), space -> new HashMap<>())
                    .put(new Key(cell.indicator(), cell.period()), cell.cell());
        }
        return page.stream()
                .map(space -> new DeliveryMatrixResponse.Row(
                        space.space(),
                        space.name(),
                        columns.stream()
                                .map(column -> known.getOrDefault(space.space(), Map.of())
                                        .getOrDefault(column, DeliveryMatrixResponse.Cell.OPEN))
                                .toList()))
                .toList();
    }

    private List<DeliveryMatrixResponse.Column> sums(
            DeliveryMatrixStatements.Where where, DeliveryMatrixStatements.Which which, List<Key> columns) {
        long all = statements.count(where);
        Map<Key, Map<DeliveryMatrixResponse.Cell, Long>> sums = new HashMap<>();
        for (DeliveryMatrixStatements.Sum sum : statements.sums(where, which)) {
            sums.computeIfAbsent(new Key(sum.indicator(), sum.period()), key -> new HashMap<>())
                    .put(sum.cell(), sum.spaces());
        }
        return columns.stream()
                .map(column -> column(column, sums.getOrDefault(column, Map.of()), all))
                .toList();
    }

    private static DeliveryMatrixResponse.Column column(
            Key key, Map<DeliveryMatrixResponse.Cell, Long> sums, long all) {
        long released = sums.getOrDefault(DeliveryMatrixResponse.Cell.RELEASED, 0L);
        long missing = sums.getOrDefault(DeliveryMatrixResponse.Cell.MISSING, 0L);
        long pending = sums.getOrDefault(DeliveryMatrixResponse.Cell.PENDING, 0L);
        return new DeliveryMatrixResponse.Column(
                key.indicator(), key.period(), released, missing, pending, all - released - missing - pending);
    }
}
