package de.quartierwerk.ingestion.delivery.expectation;

import de.quartierwerk.events.Period;
import de.quartierwerk.ingestion.catalogue.Catalogue;
import de.quartierwerk.ingestion.space.Spaces;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.web.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Builds the matrix of what is there, page by page. */
@ApplicationScoped
class MatrixService {
    private static final int MOST_COLUMNS = 200;

    private final MatrixRepository repository;
    private final Catalogue catalogue;
    private final Spaces spaces;
    private final Caller caller;

    MatrixService(MatrixRepository repository, Catalogue catalogue, Spaces spaces, Caller caller) {
        this.repository = repository;
        this.catalogue = catalogue;
        this.spaces = spaces;
        this.caller = caller;
    }

    /** What a caller asks for. */
    record Query(String level, String parent, List<String> indicators, List<String> periods, LocalDate asOf) {}

    private record Key(String indicator, String period) {}

    @Transactional
    DeliveryMatrix matrix(Query query, String after, int limit) {
        check(query);
        MatrixRepository.Where where = new MatrixRepository.Where(
                query.level(),
                query.parent(),
                caller.everywhere(),
                caller.areaArray(),
                query.asOf() == null ? Days.today() : query.asOf());
        MatrixRepository.Which which = new MatrixRepository.Which(
                query.indicators().toArray(String[]::new), query.periods().toArray(String[]::new));
        List<Key> columns = columns(query);
        Page<MatrixRepository.Named> page = Page.of(
                repository.spaces(where, after, limit == Integer.MAX_VALUE ? limit : limit + 1),
                limit,
                space -> List.of(space.space()));
        return new DeliveryMatrix(sums(where, which, columns), rows(page.items(), which, columns), page.next());
    }

    private void check(Query query) {
        if (query.level() == null || !spaces.levelExists(query.level())) {
            throw Invalid.parameter("level", query.level(), "level.unknown", String.valueOf(query.level()));
        }
        if (query.indicators().isEmpty() || query.periods().isEmpty()) {
            throw Invalid.parameter("indicator", null, "delivery.columns-missing");
        }
        int columns = query.indicators().size() * query.periods().size();
        if (columns > MOST_COLUMNS) {
            throw Invalid.parameter("indicator", columns, "delivery.too-many-columns", MOST_COLUMNS, columns);
        }
        var known = catalogue.find(query.indicators());
        for (String indicator : query.indicators()) {
            if (!known.containsKey(indicator)) {
                throw Invalid.parameter("indicator", indicator, "indicator.unknown", indicator);
            }
        }
        for (String period : query.periods()) {
            if (Period.parse(period).isEmpty()) {
                throw Invalid.parameter("period", period, "period.malformed", period);
            }
        }
    }

    private static List<Key> columns(Query query) {
        List<Key> columns = new ArrayList<>();
        for (String indicator : query.indicators()) {
            query.periods().forEach(period -> columns.add(new Key(indicator, period)));
        }
        return columns;
    }

    private List<DeliveryMatrix.Row> rows(
            List<MatrixRepository.Named> page, MatrixRepository.Which which, List<Key> columns) {
        Map<String, Map<Key, DeliveryMatrix.Cell>> known = new HashMap<>();
        for (MatrixRepository.Known cell : repository.cells(
                page.stream().map(MatrixRepository.Named::space).toList(), which)) {
            known.computeIfAbsent(cell.space(), space -> new HashMap<>())
                    .put(new Key(cell.indicator(), cell.period()), cell.cell());
        }
        return page.stream()
                .map(space -> new DeliveryMatrix.Row(
                        space.space(),
                        space.name(),
                        columns.stream()
                                .map(column -> known.getOrDefault(space.space(), Map.of())
                                        .getOrDefault(column, DeliveryMatrix.Cell.OPEN))
                                .toList()))
                .toList();
    }

    private List<DeliveryMatrix.Column> sums(
            MatrixRepository.Where where, MatrixRepository.Which which, List<Key> columns) {
        long all = repository.count(where);
        Map<Key, Map<DeliveryMatrix.Cell, Long>> sums = new HashMap<>();
        for (MatrixRepository.Sum sum : repository.sums(where, which)) {
            sums.computeIfAbsent(new Key(sum.indicator(), sum.period()), key -> new HashMap<>())
                    .put(sum.cell(), sum.spaces());
        }
        return columns.stream()
                .map(column -> column(column, sums.getOrDefault(column, Map.of()), all))
                .toList();
    }

    private static DeliveryMatrix.Column column(Key key, Map<DeliveryMatrix.Cell, Long> sums, long all) {
        long released = sums.getOrDefault(DeliveryMatrix.Cell.RELEASED, 0L);
        long missing = sums.getOrDefault(DeliveryMatrix.Cell.MISSING, 0L);
        long pending = sums.getOrDefault(DeliveryMatrix.Cell.PENDING, 0L);
        return new DeliveryMatrix.Column(
                key.indicator(), key.period(), released, missing, pending, all - released - missing - pending);
    }
}
