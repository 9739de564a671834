package de.quartierwerk.bench;

import de.quartierwerk.local.LocalService;
import de.quartierwerk.local.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A page of 100 items of each kind of list, beside the same rows of its table over a new connection. */
final class ListsBench {
    private static final int TIMES = 21;
    private static final int SPACES = 200;
    private static final int HEAP_MEGABYTES = 320;

    private final BenchPlatform platform;
    private final ListClient client;

    ListsBench(BenchPlatform platform) {
        this.platform = platform;
        this.client = new ListClient(platform.client());
    }

    private record Page(String kind, Sample ours, Sample reference) {
        double ratio() {
            return ours.median() / reference.median();
        }
    }

    void run() throws IOException, SQLException, StartFailure, InterruptedException {
        List<MeasuredList> lists = fill();
        List<Page> pages = new ArrayList<>();
        for (MeasuredList list : lists) {
            Page page = measure(list);
            Lines.comparison("crud-list-" + page.kind(), page.ours(), page.reference());
            pages.add(page);
        }
        Page worst = pages.stream().max(Comparator.comparingDouble(Page::ratio)).orElseThrow();
        Lines.note("of " + pages.size() + " lists, " + worst.kind() + " has the highest ratio");
        Lines.comparison("crud-list", worst.ours(), worst.reference());
    }

    private List<MeasuredList> fill() throws IOException, SQLException, StartFailure, InterruptedException {
        for (LocalService service : LocalService.values()) {
            platform.restart(service, HEAP_MEGABYTES);
        }
        BenchRegion region = new BenchRegion(platform.client(), SPACES);
        region.importSpaces();
        List<MeasuredList> lists = new ArrayList<>();
        for (ServiceLists service : List.of(
                new RegistryLists(client),
                new IngestionLists(client, region),
                new ClassificationLists(client),
                new FundingLists(client, region),
                new ReportingLists(client, region))) {
            Lines.note("filling " + service.getClass().getSimpleName());
            lists.addAll(service.fill());
        }
        for (LocalService service : List.of(
                LocalService.INGESTION, LocalService.CLASSIFICATION, LocalService.FUNDING, LocalService.REPORTING)) {
            platform.awaitCaughtUp(service);
        }
        return lists;
    }

    private Page measure(MeasuredList list) throws IOException, SQLException {
        int items = client.items(list);
        String rows = list.rows() + " limit " + items;
        requireRows(list, rows, items);
        Lines.sample(TIMES, () -> client.read(list));
        Sample ours = Lines.sample(TIMES, () -> client.read(list));
        Path file = Files.createTempFile("page", ".copy");
        Sample reference = Lines.sample(TIMES, () -> {
            try (Connection connection = platform.database(list.service())) {
                new CopyReference(connection).save(rows, file);
            }
        });
        Files.delete(file);
        return new Page(list.kind(), ours, reference);
    }

    /** Ends the benchmark where the table does not have the items of the list. */
    private void requireRows(MeasuredList list, String rows, int items) throws IOException, SQLException {
        try (Connection connection = platform.database(list.service());
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select count(*) from (select 1 from (" + rows + ") r) n")) {
            found.next();
            if (found.getInt(1) != items) {
                throw new IllegalStateException(list.path() + " has " + items + " items, but \"" + rows + "\" finds "
                        + found.getInt(1) + " rows");
            }
        } catch (SQLException e) {
            throw new SQLException("reading the rows of " + list.path() + ": " + e.getMessage(), e);
        }
    }
}
